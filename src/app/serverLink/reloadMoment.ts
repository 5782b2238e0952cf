/** What a reload has to be weighed against. */
export interface ReloadReading {
  /** For how long a reload has been wanted, ms. */
  readonly waitedMs: number
  readonly hasPopup: boolean
  readonly hasAlert: boolean
  /** Somebody has pressed a key within the last minute. */
  readonly isTouched: boolean
}

const patienceMs = 10 * 60_000
const longestMs = 30 * 60_000

/**
 * Whether the wall may reload itself now: at a moment at which nobody looks for something new on it, after ten minutes
 * at any moment without a popup, after half an hour anyway. Callers who wait are no reason to wait: a busy centre always
 * has some.
 */
export function mayReload({ waitedMs, hasPopup, hasAlert, isTouched }: ReloadReading): boolean {
  if (waitedMs >= longestMs) return true
  if (hasPopup) return false
  return waitedMs >= patienceMs || (!hasAlert && !isTouched)
}
