import type { Zone } from './zone.ts'

/** Sums per key (a scope, an extension) over the site's days. */
export interface DaySums<Sum> {
  /** The sum of the day that holds `at`, epoch ms, for changing; `undefined` if it was dropped. */
  holding(key: string, at: number): Sum | undefined
  /** The sum of the day that begins at `day`, epoch ms. */
  ofDay(key: string, day: number): Sum | undefined
  /** Drops every day that began before `day`, epoch ms. */
  dropBefore(day: number): void
}

export function createDaySums<Sum>(
  empty: () => Sum,
  zone: Zone,
  dayStartsAtMinutes: number,
): DaySums<Sum> {
  const days = new Map<number, Map<string, Sum>>()
  let floor = -Infinity
  /** The day looked up last. */
  let start = 0
  let end = 0
  let sums = new Map<string, Sum>()

  const goTo = (at: number): void => {
    start = zone.dayStart(at, dayStartsAtMinutes)
    end = zone.nextDay(start, dayStartsAtMinutes)
    sums = days.get(start) ?? new Map<string, Sum>()
    days.set(start, sums)
  }

  return {
    holding(key, at) {
      if (at < floor) return undefined
      if (at < start || at >= end) goTo(at)
      let sum = sums.get(key)
      if (sum === undefined) sums.set(key, (sum = empty()))
      return sum
    },
    ofDay: (key, day) => days.get(day)?.get(key),
    dropBefore(day) {
      floor = Math.max(floor, day)
      for (const known of days.keys()) if (known < day) days.delete(known)
    },
  }
}
