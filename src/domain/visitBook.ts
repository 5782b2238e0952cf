import type { CentreSettings } from './settings.ts'
import { addTally, count, emptyTally } from './tally.ts'
import type { Tally } from './tally.ts'
import { isSameVisit } from './visit.ts'
import type { Visit } from './visit.ts'
import type { Zone } from './zone.ts'

/** One interval of a day, as the chart draws it. `start` is epoch ms. */
export interface IntervalTally {
  readonly start: number
  readonly tally: Tally
  /** Visits of the interval that wait longer than the service level allows. */
  readonly waitingLonger: number
}

/** The visits of the day by scope and interval. A call's visits are replaced as a whole whenever it changes. */
export interface VisitBook {
  /** Puts the call's visits in the place of those it had; `true` when that changed anything. */
  replace(callId: string, visits: readonly Visit[]): boolean
  visitsOf(callId: string): readonly Visit[]
  /** Drops the visits of a call that will not change any more; the sums keep them. */
  forget(callId: string): void
  /** The sum of the scopes over the intervals that begin in [from, to), epoch ms. */
  sum(scopes: readonly string[], from: number, to: number): Tally
  /** Every interval from `from` to the one that holds `now`, empty ones too. */
  intervals(scopes: readonly string[], from: number, now: number): readonly IntervalTally[]
  /** Visits of the scopes that have no outcome yet, longest wait first. */
  waiting(scopes: readonly string[]): readonly Visit[]
  /** Drops the sums of intervals that began before `before`, epoch ms. */
  dropBefore(before: number): void
}

export function createVisitBook(settings: CentreSettings, zone: Zone): VisitBook {
  const { intervalMinutes } = settings
  const { answerWithinMs } = settings.serviceLevel
  const byCall = new Map<string, readonly Visit[]>()
  const tallies = new Map<string, Map<number, Tally>>()
  const open = new Map<string, Set<Visit>>()

  const tallyAt = (scope: string, start: number): Tally => {
    let intervals = tallies.get(scope)
    if (intervals === undefined) tallies.set(scope, (intervals = new Map<number, Tally>()))
    let tally = intervals.get(start)
    if (tally === undefined) intervals.set(start, (tally = emptyTally()))
    return tally
  }

  const put = (visit: Visit, sign: 1 | -1): void => {
    const start = zone.intervalStart(visit.arrivedAt, intervalMinutes)
    count(tallyAt(visit.scope, start), visit, answerWithinMs, sign)
    if (visit.outcome !== 'waiting') return
    let waiting = open.get(visit.scope)
    if (waiting === undefined) open.set(visit.scope, (waiting = new Set()))
    if (sign === 1) waiting.add(visit)
    else waiting.delete(visit)
  }

  const waiting = (scopes: readonly string[]): readonly Visit[] =>
    scopes
      .flatMap((scope) => [...(open.get(scope) ?? [])])
      .sort((one, other) => one.arrivedAt - other.arrivedAt)

  return {
    replace(callId, visits) {
      const former = byCall.get(callId) ?? []
      const isSame =
        former.length === visits.length &&
        former.every((visit, index) => {
          const other = visits[index]
          return other !== undefined && isSameVisit(visit, other)
        })
      if (isSame) return false
      for (const visit of former) put(visit, -1)
      for (const visit of visits) put(visit, 1)
      if (visits.length > 0) byCall.set(callId, visits)
      else byCall.delete(callId)
      return true
    },
    visitsOf: (callId) => byCall.get(callId) ?? [],
    forget(callId) {
      byCall.delete(callId)
    },
    sum(scopes, from, to) {
      const total = emptyTally()
      for (const scope of scopes) {
        for (const [start, tally] of tallies.get(scope) ?? []) {
          if (start >= from && start < to) addTally(total, tally)
        }
      }
      return total
    },
    intervals(scopes, from, now) {
      const open = waiting(scopes)
      const rows: IntervalTally[] = []
      for (let start = from; start <= now;) {
        const next = zone.intervalStart(start + intervalMinutes * 60_000, intervalMinutes)
        const tally = emptyTally()
        for (const scope of scopes) {
          const part = tallies.get(scope)?.get(start)
          if (part !== undefined) addTally(tally, part)
        }
        const waitingLonger = open.filter(
          ({ arrivedAt }) =>
            arrivedAt >= start && arrivedAt < next && now - arrivedAt > answerWithinMs,
        ).length
        rows.push({ start, tally, waitingLonger })
        start = next > start ? next : start + intervalMinutes * 60_000
      }
      return rows
    },
    waiting,
    dropBefore(before) {
      for (const intervals of tallies.values()) {
        for (const start of intervals.keys()) if (start < before) intervals.delete(start)
      }
    },
  }
}
