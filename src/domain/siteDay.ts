import type { Zone } from './zone.ts'

const hourMs = 3_600_000

/** The site's present day. */
export interface SiteDay {
  /** Epoch ms. */
  start(): number
  /** Begins the day that holds `now`, epoch ms; `true` when that is another one. */
  advance(now: number): boolean
}

/** @param startsAtMinutes when days begin, minutes after local midnight */
export function createSiteDay(zone: Zone, startsAtMinutes: number, now: number): SiteDay {
  let start = zone.dayStart(now, startsAtMinutes)
  let next = nextAfter(start)

  /** A day has 23 to 25 hours, so 28 hours after its start the next one is on. */
  function nextAfter(day: number): number {
    return zone.dayStart(day + 28 * hourMs, startsAtMinutes)
  }

  return {
    start: () => start,
    advance(at) {
      if (at < next) return false
      start = zone.dayStart(at, startsAtMinutes)
      next = nextAfter(start)
      return true
    },
  }
}
