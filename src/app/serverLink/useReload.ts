import { onScopeDispose, watch } from 'vue'
import { useRouter } from 'vue-router'
import { systemTimers } from '../../pbx/timers.ts'
import { useTouched } from '../composables/useTouched.ts'
import { log } from '../log.ts'
import { useServerLink } from '../stores/serverLink.ts'
import { useSite } from '../stores/site.ts'
import { isPageServed } from './isPageServed.ts'
import { createReloader } from './reloader.ts'
import { createReloadMemory } from './reloadMemory.ts'

const touchedMs = 60_000
const versionSpreadMs = 60_000
const repairSpreadMs = 5_000
const repairAgainMs = 60_000

/**
 * Reloads the page, at a quiet moment, when the server has another version than the page came from, and when a part of
 * the page cannot be loaded because the server no longer has it. Where the wall is stands in its address.
 * @param isIncomplete a part of the page could not be loaded already
 */
export function useReload(isIncomplete: boolean): void {
  const site = useSite()
  const link = useServerLink()
  const router = useRouter()
  const isTouched = useTouched(touchedMs)
  const memory = createReloadMemory(window.sessionStorage)
  const isShown = (selector: string): boolean => document.querySelector(selector) !== null

  const reloader = createReloader({
    timers: systemTimers,
    now: () => performance.now(),
    random: () => Math.random(),
    // Asked of the page, since only the wall that is shown knows what is on it.
    read: () => ({
      hasPopup: isShown('[data-popup]'),
      hasAlert: isShown('[data-alert][data-over="false"]'),
      isTouched: isTouched.value,
    }),
    isServed: () => isPageServed((...request) => fetch(...request), window.location.pathname),
    reload: () => window.location.reload(),
  })
  let repairing: unknown
  const repair = (): void => {
    systemTimers.clear(repairing)
    if (memory.claimRepair(Date.now())) reloader.want(repairSpreadMs)
    else repairing = systemTimers.set(repair, repairAgainMs)
  }
  if (isIncomplete) repair()

  watch(
    () => link.serverVersion,
    (version) => {
      if (version === '' || site.version === '' || version === site.version) return
      log(`The server has version ${version}, this page has ${site.version}.`)
      if (memory.claimVersion(version)) reloader.want(versionSpreadMs)
    },
  )
  const stopHearing = router.onError((error: unknown) => {
    if (/import|module/i.test(String(error))) repair()
  })
  window.addEventListener('vite:preloadError', repair)
  onScopeDispose(() => {
    window.removeEventListener('vite:preloadError', repair)
    stopHearing()
    systemTimers.clear(repairing)
    reloader.stop()
  })
}
