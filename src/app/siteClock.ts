import type { Clock } from '../domain/clock.ts'

/**
 * The site's clock as the server told it, carried on by the page's own steady clock; never the TV's time of day. Where
 * the server's next word is a little behind, it stands still until that has caught up.
 */
export interface SiteClock extends Clock {
  /** Takes the server's word again. `now`: epoch ms of site time; `speed`: seconds of site time per second. */
  set(told: { readonly now: number; readonly speed: number }): void
}

/** A clock that was further ahead than this was wrong, ms of the page. */
const longestStandMs = 5_000

/** @param steadyNow ms of a clock that nobody sets, such as `performance.now()` */
export function createSiteClock(steadyNow: () => number): SiteClock {
  let told = { now: 0, speed: 1 }
  let toldAt = steadyNow()
  let latest = -Infinity
  return {
    now() {
      const now = told.now + (steadyNow() - toldAt) * told.speed
      if (now >= latest || latest - now > longestStandMs * told.speed) latest = now
      return latest
    },
    set(next) {
      told = next
      toldAt = steadyNow()
    },
  }
}
