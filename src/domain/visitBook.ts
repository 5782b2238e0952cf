import type { CentreSettings } from './settings.ts'
import {
  countArrival,
  countOutcome,
  countService,
  emptyWindowTally,
  settleArrival,
} from './tally.ts'
import type { WindowTally } from './tally.ts'
import { isSameArrival, isSameVisit } from './visit.ts'
import type { Visit } from './visit.ts'
import { createWindowSums } from './windowSums.ts'
import type { WindowSums } from './windowSums.ts'
import type { Zone } from './zone.ts'

/** The visits by scope and window. Whoever counts a call keeps its visits, and replaces them when it changes. */
export interface VisitBook {
  readonly sums: WindowSums<WindowTally>
  /** Counts `come` in the place of `gone`, and hands back what to keep: `gone` itself when it counts the same. */
  replace(gone: readonly Visit[], come: readonly Visit[]): readonly Visit[]
  /** The visits will not change any more. */
  settle(visits: readonly Visit[]): void
  /** Visits of the scope that have no outcome yet, in no order. */
  open(scope: string): Iterable<Visit>
}

const nobody: readonly Visit[] = []

export function createVisitBook(settings: CentreSettings, zone: Zone): VisitBook {
  const { answerWithinMs } = settings.serviceLevel
  const sums = createWindowSums(emptyWindowTally, zone, settings.dayStartsAtMinutes)
  const open = new Map<string, Set<Visit>>()

  const note = (visit: Visit, sign: 1 | -1): void => {
    let waiting = open.get(visit.scope)
    if (waiting === undefined) open.set(visit.scope, (waiting = new Set()))
    if (sign === 1) waiting.add(visit)
    else waiting.delete(visit)
  }

  const put = (visit: Visit, sign: 1 | -1): void => {
    const { scope, arrivedAt, outcomeAt } = visit
    const arrival = sums.holding(scope, arrivedAt)
    if (arrival !== undefined) {
      countArrival(arrival.quarter, visit, answerWithinMs, sign)
      countArrival(arrival.day, visit, answerWithinMs, sign)
    }
    const outcome = outcomeAt === undefined ? undefined : sums.holding(scope, outcomeAt)
    if (outcome !== undefined) {
      countOutcome(outcome.quarter, visit, sign)
      countOutcome(outcome.day, visit, sign)
    }
    if (visit.outcome === 'waiting') note(visit, sign)
  }

  /** An answered visit goes on: its wait stays where it is counted. */
  const serve = (former: Visit, visit: Visit): void => {
    const arrival = sums.holding(visit.scope, visit.arrivedAt)
    if (arrival === undefined) return
    for (const { counts } of [arrival.quarter, arrival.day]) {
      countService(counts, former, -1)
      countService(counts, visit, 1)
    }
  }

  const change = (former: Visit | undefined, visit: Visit | undefined): void => {
    const isAnswered = former?.outcome === 'answered'
    if (isAnswered && visit !== undefined && isSameArrival(former, visit)) {
      serve(former, visit)
      return
    }
    if (former !== undefined) put(former, -1)
    if (visit !== undefined) put(visit, 1)
  }

  return {
    sums,
    replace(gone, come) {
      const kept: Visit[] = []
      let isSame = gone.length === come.length
      for (let place = 0; place < Math.max(gone.length, come.length); place++) {
        const former = gone[place]
        const visit = come[place]
        const isSameHere = former !== undefined && visit !== undefined && isSameVisit(former, visit)
        isSame &&= isSameHere
        const stays = isSameHere ? former : visit
        if (stays !== undefined) kept.push(stays)
        if (!isSameHere) change(former, visit)
      }
      return isSame ? gone : kept
    },
    settle(visits) {
      for (const visit of visits) {
        const arrival = sums.holding(visit.scope, visit.arrivedAt)
        if (arrival === undefined) continue
        settleArrival(arrival.quarter, visit)
        settleArrival(arrival.day, visit)
      }
    },
    open: (scope) => open.get(scope) ?? nobody,
  }
}
