import type { Zone } from '../domain/zone.ts'
import type { TrafficRow } from '../emulator/traffic/csv.ts'

const hourMs = 3_600_000
/** Where a file without dates is put: a day on which no zone changes its clocks. */
const dateOfUndated = '2026-01-14'

/** One day of the site on which calls of the file arrived. Instants are epoch ms. */
export interface ReplayDay {
  /** YYYY-MM-DD; empty for a file without dates, whose days before and after are `-1` and `+1`. */
  readonly label: string
  readonly start: number
  /** Its last moment. */
  readonly last: number
  /** The last moment at which a centre still has its figures: that of the day after. */
  readonly closesAt: number
}

/** The midnight that begins a day of the file in the site's zone, epoch ms. */
export function midnights(zone: Zone): (day: string) => number {
  const known = new Map<string, number>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const noon = Date.parse(`${day === '' ? dateOfUndated : day}T12:00:00Z`)
    const midnight = zone.dayStart(noon - zone.offsetAt(noon), 0)
    known.set(day, midnight)
    return midnight
  }
}

/** The site's days on which `rows` arrive, in the order of time; days without calls are left out. */
export function replayDays(
  rows: readonly TrafficRow[],
  zone: Zone,
  dayStartsAtMinutes: number,
): readonly ReplayDay[] {
  const midnightOf = midnights(zone)
  const starts = new Set<number>()
  for (const row of rows) {
    const arrivedAt = midnightOf(row.day) + Math.round(row.arriveSeconds * 1000)
    starts.add(zone.dayStart(arrivedAt, dayStartsAtMinutes))
  }
  const nextOf = (start: number): number => zone.nextDay(start, dayStartsAtMinutes)
  return [...starts]
    .sort((one, other) => one - other)
    .map((start) => ({
      label: labelOf(zone.toIso(start).slice(0, 10), rows[0]?.day === ''),
      start,
      last: nextOf(start) - 1,
      closesAt: nextOf(nextOf(start)) - 1,
    }))
}

function labelOf(date: string, isUndated: boolean): string {
  if (!isUndated) return date
  const days = Math.round((Date.parse(date) - Date.parse(dateOfUndated)) / (24 * hourMs))
  if (days === 0) return ''
  return days > 0 ? `+${days}` : String(days)
}
