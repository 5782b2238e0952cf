import { onScopeDispose, watch } from 'vue'
import { systemTimers } from '../../pbx/timers.ts'
import { log } from '../log.ts'
import type { ErrorBook } from '../serverLink/errorBook.ts'
import { isPageServed } from '../serverLink/isPageServed.ts'
import { useCentre } from '../stores/centre.ts'
import { useServerLink } from '../stores/serverLink.ts'
import { useSite } from '../stores/site.ts'
import { startFrameProbe } from './frameProbe.ts'
import { memoryShare } from './memoryShare.ts'
import { claimRescue } from './rescueMemory.ts'
import { isListFresh } from './signs.ts'
import type { Signs } from './signs.ts'
import { startWatchdog } from './watchdog.ts'

/** Reloads the page when the wall is stuck, for as long as the calling component lives. */
export function useWatchdog(errors: Pick<ErrorBook, 'note'>): void {
  const site = useSite()
  const centre = useCentre()
  const link = useServerLink()
  const frames = startFrameProbe(window)
  let shown = 0

  // After the page has taken the publication in, not when it was made.
  watch(
    () => centre.publication,
    () => {
      shown++
    },
    { flush: 'post' },
  )

  const read = (): Signs => {
    const present = centre.present()
    const { isLive, since, state } = centre.connection
    return {
      isVisible: !document.hidden,
      hasDrawn: frames.take(),
      isRunning: site.status === 'ready' && !site.needsSignIn && present !== undefined,
      clock: site.clock.now(),
      told: centre.now,
      version: present?.version ?? 0,
      shown,
      isLive,
      connectedSince: since,
      isBarred: state === 'denied' || link.blockedBy !== '',
      isPbxHeard: isListFresh(
        link.active?.at,
        site.clock.now(),
        (site.config?.pbx.pollSeconds ?? 5) * 1000,
      ),
      isServerSilent: link.silentSince !== undefined,
      hasBrokenPart: document.querySelector('[data-broken]') !== null,
      memory: memoryShare(performance),
    }
  }

  const stop = startWatchdog({
    timers: systemTimers,
    now: () => performance.now(),
    read,
    claim: (symptom) => claimRescue(window.sessionStorage, symptom, Date.now()),
    isServed: () => isPageServed((...request) => fetch(...request), window.location.pathname),
    note(sentence) {
      errors.note(sentence)
      log(sentence)
    },
    reload: () => window.location.reload(),
  })
  onScopeDispose(() => {
    stop()
    frames.stop()
  })
}
