import { quarterMinutes } from './zone.ts'
import type { Zone } from './zone.ts'

/** Sums per key (a scope, an extension) over the quarters of an hour and over the site's days. */
export interface WindowSums<Sum> {
  /** The sums of the quarter and of the day that hold `at`, epoch ms, for changing; `undefined` if they were dropped. */
  holding(key: string, at: number): SumsAt<Sum> | undefined
  /** The sum of the day that begins at `day`, epoch ms. */
  ofDay(key: string, day: number): Sum | undefined
  /** The sums of the quarters from `from` to before `to`, epoch ms; those of quarters without any are left out. */
  between(key: string, from: number, to: number): readonly Sum[]
  /** Drops every window that began before `day`, epoch ms. */
  dropBefore(day: number): void
}

/** The sums of the two windows that hold one moment. */
export interface SumsAt<Sum> {
  /** When the quarter begins, epoch ms. */
  readonly start: number
  readonly quarter: Sum
  readonly day: Sum
}

interface Windows<Sum> {
  readonly days: Map<number, Sum>
  readonly quarters: Map<number, Sum>
  /** The two that were asked for last: most changes are of the present quarter. */
  latest: SumsAt<Sum> | undefined
}

export function createWindowSums<Sum>(
  empty: () => Sum,
  zone: Zone,
  dayStartsAtMinutes: number,
): WindowSums<Sum> {
  const windows = new Map<string, Windows<Sum>>()
  let floor = -Infinity
  /** The two quarters looked up last: much of what ends in one arrived in the one before. */
  let latest = noQuarter
  let former = noQuarter

  const quarterOf = (at: number): Quarter => {
    const start = zone.intervalStart(at, quarterMinutes)
    const end = zone.nextInterval(start, quarterMinutes)
    return { start, end, day: zone.dayStart(at, dayStartsAtMinutes) }
  }

  const windowOf = (at: number): Quarter => {
    if (isIn(latest, at)) return latest
    const known = isIn(former, at) ? former : quarterOf(at)
    former = latest
    latest = known
    return known
  }

  const windowsOf = (key: string): Windows<Sum> => {
    let ofKey = windows.get(key)
    if (ofKey === undefined) {
      ofKey = { days: new Map<number, Sum>(), quarters: new Map<number, Sum>(), latest: undefined }
      windows.set(key, ofKey)
    }
    return ofKey
  }

  const sumAt = (sums: Map<number, Sum>, start: number): Sum => {
    let sum = sums.get(start)
    if (sum === undefined) sums.set(start, (sum = empty()))
    return sum
  }

  return {
    holding(key, at) {
      if (at < floor) return undefined
      const { start, day } = windowOf(at)
      const ofKey = windowsOf(key)
      if (ofKey.latest?.start !== start) {
        const quarter = sumAt(ofKey.quarters, start)
        ofKey.latest = { start, quarter, day: sumAt(ofKey.days, day) }
      }
      return ofKey.latest
    },
    ofDay: (key, day) => windows.get(key)?.days.get(day),
    between(key, from, to) {
      const found: Sum[] = []
      const ofKey = windows.get(key)?.quarters
      if (ofKey === undefined) return found
      for (let start = from; start < to; start = zone.nextInterval(start, quarterMinutes)) {
        const sum = ofKey.get(start)
        if (sum !== undefined) found.push(sum)
      }
      return found
    },
    dropBefore(day) {
      floor = Math.max(floor, day)
      for (const ofKey of windows.values()) {
        ofKey.latest = undefined
        for (const sums of [ofKey.days, ofKey.quarters]) {
          for (const start of sums.keys()) if (start < day) sums.delete(start)
        }
      }
    },
  }
}

/** A quarter of an hour and the start of its day, epoch ms. */
interface Quarter {
  readonly start: number
  readonly end: number
  readonly day: number
}

const noQuarter: Quarter = { start: 0, end: 0, day: 0 }

function isIn({ start, end }: Quarter, at: number): boolean {
  return at >= start && at < end
}
