import type { Zone } from './zone.ts'

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
  let next = zone.nextDay(start, startsAtMinutes)

  return {
    start: () => start,
    advance(at) {
      if (at < next) return false
      start = zone.dayStart(at, startsAtMinutes)
      next = zone.nextDay(start, startsAtMinutes)
      return true
    },
  }
}
