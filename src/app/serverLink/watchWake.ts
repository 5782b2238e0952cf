import type { Timers } from '../../pbx/timers.ts'
import type { SleepMeter } from '../reconcile/sleepMeter.ts'

const lookMs = 2_000

/**
 * Tells when the machine or the page has stood still, or when the network is back, until it is stopped.
 * @param meter its own: nobody else asks it
 */
export function watchWake(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
  timers: Timers,
  meter: SleepMeter,
  onWake: () => void,
): () => void {
  let timer: unknown
  const look = (): void => {
    timer = timers.set(look, lookMs)
    if (meter.hasSlept()) onWake()
  }
  timer = timers.set(look, lookMs)
  page.addEventListener('online', onWake)
  return () => {
    timers.clear(timer)
    page.removeEventListener('online', onWake)
  }
}
