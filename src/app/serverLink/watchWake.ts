import type { Timers } from '../../pbx/timers.ts'

const lookMs = 10_000
const sleptMs = 30_000

/**
 * Tells when the machine has slept, or when its network is back, until it is stopped.
 * @param now the machine's time of day, ms: it goes on while timers stand still
 */
export function watchWake(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
  timers: Timers,
  now: () => number,
  onWake: () => void,
): () => void {
  let lookedAt = now()
  let timer: unknown
  const look = (): void => {
    const slept = now() - lookedAt > sleptMs
    lookedAt = now()
    timer = timers.set(look, lookMs)
    if (slept) onWake()
  }
  timer = timers.set(look, lookMs)
  page.addEventListener('online', onWake)
  return () => {
    timers.clear(timer)
    page.removeEventListener('online', onWake)
  }
}
