import { createMaximum, larger } from './maximum.ts'
import type { Maximum } from './maximum.ts'
import type { ServiceLevelFormula } from './settings.ts'
import type { Visit } from './visit.ts'

/** Sums over visits; every field is a count or a sum of ms, so that tallies of several queues can be added. */
export interface Tally {
  offered: number
  answered: number
  abandoned: number
  shortAbandoned: number
  flowedOut: number
  lost: number
  /** Without an answer, though one may have been missed. */
  inDoubt: number
  /** Without an outcome yet. */
  waiting: number
  /** Answered with a known wait, and the sum of those waits. */
  answeredKnown: number
  waitMs: number
  /** Answered, and abandoned, within the time of the service level. */
  answeredWithin: number
  abandonedWithin: number
  /** Abandoned with a known wait, and the sum of those waits. */
  abandonedKnown: number
  abandonedWaitMs: number
  /** Answered, with the service over and seen; and the sum of their talk. */
  served: number
  talkMs: number
  /** Answered, with the wrap-up over too; and the sum of talk, hold and wrap-up. */
  handled: number
  handleMs: number
  /** By the moment of the outcome instead of arrival. */
  answeredByEvent: number
  abandonedByEvent: number
}

/** Whether it is known of every visit that has come out how it did, and after how long. */
export function isWhole({
  answered,
  answeredKnown,
  abandoned,
  abandonedKnown,
  lost,
}: Tally): boolean {
  return lost === 0 && answered === answeredKnown && abandoned === abandonedKnown
}

/** A tally of one window of one scope, and the largest waits in it, ms: of those who were answered, and of the others. */
export interface WindowTally {
  readonly counts: Tally
  readonly longestAnswered: Maximum
  readonly longestOther: Maximum
}

export function emptyTally(): Tally {
  return {
    ...{ offered: 0, answered: 0, abandoned: 0, shortAbandoned: 0, flowedOut: 0, lost: 0 },
    ...{
      inDoubt: 0,
      waiting: 0,
      answeredKnown: 0,
      waitMs: 0,
      answeredWithin: 0,
      abandonedWithin: 0,
    },
    ...{ abandonedKnown: 0, abandonedWaitMs: 0, served: 0, talkMs: 0, handled: 0, handleMs: 0 },
    ...{ answeredByEvent: 0, abandonedByEvent: 0 },
  }
}

export function emptyWindowTally(): WindowTally {
  return { counts: emptyTally(), longestAnswered: createMaximum(), longestOther: createMaximum() }
}

/** The largest wait of a window, ms; `undefined` without any that is over. */
export function longestWait({ longestAnswered, longestOther }: WindowTally): number | undefined {
  return larger(longestAnswered.get(), longestOther.get())
}

/** Adds a visit to the window in which it arrived (`sign` 1), or takes it out again (`sign` -1). */
export function countArrival(
  window: WindowTally,
  visit: Visit,
  answerWithinMs: number,
  sign: 1 | -1,
): void {
  const { counts } = window
  counts.offered += sign
  counts[visit.outcome] += sign
  if (visit.isInDoubt) counts.inDoubt += sign
  if (visit.outcome === 'answered') countService(counts, visit, sign)
  if (visit.waitMs === undefined) return
  const { waitMs } = visit
  keepLongest(longestOf(window, visit), waitMs, sign)
  const isWithin = waitMs <= answerWithinMs
  if (visit.outcome === 'answered') {
    counts.answeredKnown += sign
    counts.waitMs += sign * waitMs
    if (isWithin) counts.answeredWithin += sign
  }
  if (visit.outcome === 'abandoned') {
    counts.abandonedKnown += sign
    counts.abandonedWaitMs += sign * waitMs
    if (isWithin) counts.abandonedWithin += sign
  }
}

/** Adds what persons did for an answered visit, or takes it out again. */
export function countService(counts: Tally, { talkMs, handleMs }: Visit, sign: 1 | -1): void {
  if (talkMs !== undefined) {
    counts.served += sign
    counts.talkMs += sign * talkMs
  }
  if (handleMs !== undefined) {
    counts.handled += sign
    counts.handleMs += sign * handleMs
  }
}

/** Where the wait of a visit that is over counts. */
function longestOf({ longestAnswered, longestOther }: WindowTally, { outcome }: Visit): Maximum {
  return outcome === 'answered' ? longestAnswered : longestOther
}

function keepLongest(maximum: Maximum, waitMs: number, sign: 1 | -1): void {
  if (sign === 1) maximum.add(waitMs)
  else maximum.remove(waitMs)
}

/** Adds a visit to the window in which it got its outcome, or takes it out again. */
export function countOutcome({ counts }: WindowTally, visit: Visit, sign: 1 | -1): void {
  if (visit.outcome === 'answered') counts.answeredByEvent += sign
  if (visit.outcome === 'abandoned') counts.abandonedByEvent += sign
}

/** The visit will not change any more. */
export function settleArrival(window: WindowTally, visit: Visit): void {
  if (visit.waitMs !== undefined) longestOf(window, visit).settle(visit.waitMs)
}

export function addTally(sum: Tally, other: Tally): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += other[key]
}

/**
 * The share answered in time, 0..1, by the formula of the site (DESIGN 5); `undefined` when there is nothing to
 * measure. `waitingLonger`: visits that have waited longer than the time of the service level.
 */
export function serviceLevel(
  tally: Tally,
  waitingLonger: number,
  formula: ServiceLevelFormula,
): number | undefined {
  const over = tally.answeredKnown + tally.abandoned + tally.flowedOut + waitingLonger
  switch (formula) {
    case 'offered':
      return share(tally.answeredWithin, over)
    case 'answered':
      return share(tally.answeredWithin, tally.answeredKnown)
    case 'positive': {
      const good = tally.answeredWithin + tally.abandonedWithin + tally.shortAbandoned
      return share(good, over + tally.shortAbandoned)
    }
  }
}

/** B / (A + B + F), 0..1; `undefined` without such visits. */
export function abandonRate(tally: Tally): number | undefined {
  return share(tally.abandoned, tally.answered + tally.abandoned + tally.flowedOut)
}

/** Part of the whole; `undefined` when there is no whole. */
export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}
