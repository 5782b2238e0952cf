import type { CentreSettings } from './settings.ts'
import { countArrival, countOutcome, emptyWindowTally, settleArrival } from './tally.ts'
import type { WindowTally } from './tally.ts'
import { isSameVisit } from './visit.ts'
import type { Visit } from './visit.ts'
import { createWindowSums } from './windowSums.ts'
import type { WindowSums } from './windowSums.ts'
import type { Zone } from './zone.ts'

/** The visits by scope and window. A call's visits are replaced as a whole whenever it changes. */
export interface VisitBook {
  readonly sums: WindowSums<WindowTally>
  /** Puts the call's visits in the place of those it had and tells which went and which came. */
  replace(callId: string, visits: readonly Visit[]): Replaced
  visitsOf(callId: string): readonly Visit[]
  /** Drops the visits of a call that will not change any more; the sums keep them. */
  forget(callId: string): void
  /** Visits of the scope that have no outcome yet, in no order. */
  open(scope: string): Iterable<Visit>
}

export interface Replaced {
  readonly gone: readonly Visit[]
  readonly come: readonly Visit[]
}

const nothing: Replaced = { gone: [], come: [] }

export function createVisitBook(settings: CentreSettings, zone: Zone): VisitBook {
  const { answerWithinMs } = settings.serviceLevel
  const sums = createWindowSums(emptyWindowTally, zone, settings.dayStartsAtMinutes)
  const byCall = new Map<string, readonly Visit[]>()
  const open = new Map<string, Set<Visit>>()

  const put = (visit: Visit, sign: 1 | -1): void => {
    const { scope, arrivedAt, outcomeAt } = visit
    sums.change(scope, arrivedAt, (window) => countArrival(window, visit, answerWithinMs, sign))
    if (outcomeAt !== undefined) {
      sums.change(scope, outcomeAt, (window) => countOutcome(window, visit, sign))
    }
    if (visit.outcome !== 'waiting') return
    let waiting = open.get(scope)
    if (waiting === undefined) open.set(scope, (waiting = new Set()))
    if (sign === 1) waiting.add(visit)
    else waiting.delete(visit)
  }

  const isSame = (former: readonly Visit[], visits: readonly Visit[]): boolean =>
    former.length === visits.length &&
    visits.every((visit, index) => isSameVisit(visit, former[index]))

  return {
    sums,
    replace(callId, come) {
      const gone = byCall.get(callId) ?? nothing.gone
      if (isSame(gone, come)) return nothing
      for (const visit of gone) put(visit, -1)
      for (const visit of come) put(visit, 1)
      if (come.length > 0) byCall.set(callId, come)
      else byCall.delete(callId)
      return { gone, come }
    },
    visitsOf: (callId) => byCall.get(callId) ?? nothing.come,
    forget(callId) {
      for (const visit of byCall.get(callId) ?? []) {
        sums.change(visit.scope, visit.arrivedAt, (window) => settleArrival(window, visit))
      }
      byCall.delete(callId)
    },
    open: (scope) => open.get(scope) ?? [],
  }
}
