import type { Clock } from '../domain/clock.ts'

/** The site's clock as the server told it, carried on by the page's own steady clock; never the TV's time of day. */
export interface SiteClock extends Clock {
  /** Takes the server's word again. `now`: epoch ms of site time; `speed`: seconds of site time per second. */
  set(told: { readonly now: number; readonly speed: number }): void
}

/** @param steadyNow ms of a clock that nobody sets, such as `performance.now()` */
export function createSiteClock(steadyNow: () => number): SiteClock {
  let told = { now: 0, speed: 1 }
  let toldAt = steadyNow()
  return {
    now: () => told.now + (steadyNow() - toldAt) * told.speed,
    set(next) {
      told = next
      toldAt = steadyNow()
    },
  }
}
