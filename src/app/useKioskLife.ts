import { watchEffect } from 'vue'
import { useBurnInShift } from './composables/useBurnInShift.ts'
import { useIdleCursor } from './composables/useIdleCursor.ts'
import { useTimeLimit } from './composables/useTimeLimit.ts'
import { useWakeLock } from './composables/useWakeLock.ts'
import { useKiosk } from './stores/kiosk.ts'
import { useSite } from './stores/site.ts'

/** A pause that somebody forgot would keep most of the agents out of sight. */
const longestPauseMs = 10 * 60_000

/** What a page needs to hang on a wall day and night, for as long as the calling component lives. */
export function useKioskLife(): void {
  const site = useSite()
  const kiosk = useKiosk()
  useIdleCursor()
  useBurnInShift(document.getElementById('app') ?? document.body)
  const wakeLock = useWakeLock(() => site.config?.screen.wakeLock ?? false)
  watchEffect(() => {
    kiosk.wakeLock = wakeLock.value
  })
  useTimeLimit(
    () => kiosk.isPaused,
    longestPauseMs,
    () => kiosk.togglePause(),
  )
}
