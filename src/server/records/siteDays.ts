import type { Config } from '../../contract/config.ts'
import { createZone } from '../../domain/zone.ts'

/** A day of the site: [start, end), epoch ms. */
export interface DaySpan {
  /** `YYYY-MM-DD`: the date on which it begins. */
  readonly day: string
  readonly start: number
  readonly end: number
}

const dayMs = 86_400_000

/** The site's day that holds `at`. */
export function dayAt({ site }: Config, at: number): DaySpan {
  const zone = createZone(site.timeZone)
  const minutes = startsAtMinutes(site.dayStartsAt)
  const start = zone.dayStart(at, minutes)
  return { day: zone.toIso(start).slice(0, 10), start, end: zone.nextDay(start, minutes) }
}

/** The site's day called `day`; `undefined` for what is no date. */
export function dayNamed(config: Config, day: string): DaySpan | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight)) return undefined
  // Noon of that day there, give or take an hour, is well inside it.
  const zone = createZone(config.site.timeZone)
  const local = midnight + startsAtMinutes(config.site.dayStartsAt) * 60_000 + dayMs / 2
  const found = dayAt(config, local - zone.offsetAt(local))
  return found.day === day ? found : undefined
}

/** The begin of the oldest day that is kept when today is one of `days`; epoch ms. */
export function oldestKept(config: Config, now: number, days: number): number {
  return dayAt(config, dayAt(config, now).start + dayMs / 2 - (days - 1) * dayMs).start
}

function startsAtMinutes(dayStartsAt: string): number {
  const [hours = 0, minutes = 0] = dayStartsAt.split(':').map(Number)
  return hours * 60 + minutes
}
