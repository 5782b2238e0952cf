import type { Zone } from '../domain/zone.ts'

/** `{ "mon-fri": ["08:00-18:00"] }`; without any day the site is always open. */
export type OpeningHours = Readonly<Record<string, readonly string[]>>

/** A moment of the site's week: `weekday` 0 = Monday, `minutes` after local midnight. */
export interface WeekTime {
  readonly weekday: number
  readonly minutes: number
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const minuteMs = 60_000
const dayMinutes = 1_440
const weekMinutes = 7 * dayMinutes

/** The days that a key names: `mon`, `mon-fri`, `sat,sun`, also over the week's end as in `sat-mon`; `undefined` for anything else. */
export function parseDays(key: string): readonly number[] | undefined {
  const days: number[] = []
  for (const part of key.toLowerCase().split(',')) {
    const [first = '', last = first, ...more] = part.split('-').map((word) => word.trim())
    const from = weekdays.indexOf(first)
    const to = weekdays.indexOf(last)
    if (from < 0 || to < 0 || more.length > 0) return undefined
    const length = ((to - from + 7) % 7) + 1
    for (let day = 0; day < length; day++) days.push((from + day) % 7)
  }
  return days
}

/** `08:00-18:00` in minutes after midnight; one that ends before it begins, or with it, ends on the next day. `undefined` for no hours. */
export function parseHours(text: string): { from: number; to: number } | undefined {
  const [, hour, minute, endHour, endMinute] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text) ?? []
  if (Number(minute) > 59 || Number(endMinute) > 59) return undefined
  const from = Number(hour) * 60 + Number(minute)
  const end = Number(endHour) * 60 + Number(endMinute)
  if (!(from < dayMinutes && end <= dayMinutes)) return undefined
  return { from, to: end <= from ? end + dayMinutes : end }
}

/** Whether `minutes` after midnight lie within any of the hours of every day, as `quietHours` are written. */
export function isWithinHours(hours: readonly string[], minutes: number): boolean {
  return hours.some((text) => {
    const range = parseHours(text)
    if (range === undefined) return false
    const { from, to } = range
    return (minutes >= from && minutes < to) || minutes + dayMinutes < to
  })
}

/** Whether the site is open. What cannot be read opens nothing, but a site none of whose days can be read is not shut for ever. */
export function isOpenAt(hours: OpeningHours, { weekday, minutes }: WeekTime): boolean {
  const days = Object.keys(hours).filter((key) => parseDays(key) !== undefined)
  if (days.length === 0) return true
  const now = weekday * dayMinutes + minutes
  return days.some((key) =>
    (parseDays(key) ?? []).some((day) =>
      (hours[key] ?? []).some((text) => {
        const range = parseHours(text)
        if (range === undefined) return false
        const since = (now - day * dayMinutes - range.from + 2 * weekMinutes) % weekMinutes
        return since < range.to - range.from
      }),
    ),
  )
}

/** The moment of the site's week at `at`, epoch ms. */
export function weekTimeAt(zone: Zone, at: number): WeekTime {
  const localMinutes = Math.floor((at + zone.offsetAt(at)) / minuteMs)
  // The first of January 1970 was a Thursday.
  const week = (((localMinutes + 3 * dayMinutes) % weekMinutes) + weekMinutes) % weekMinutes
  return { weekday: Math.floor(week / dayMinutes), minutes: week % dayMinutes }
}

/** When the site opens next after `at`, epoch ms of a whole minute; `undefined` if not within a week. */
export function nextOpening(hours: OpeningHours, zone: Zone, at: number): number | undefined {
  const begin = Math.floor(at / minuteMs) * minuteMs
  for (let minute = 1; minute <= weekMinutes; minute++) {
    const then = begin + minute * minuteMs
    if (isOpenAt(hours, weekTimeAt(zone, then))) return then
  }
  return undefined
}
