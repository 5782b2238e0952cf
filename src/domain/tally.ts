import type { CentreSettings } from './settings.ts'
import type { Visit } from './visit.ts'

/** Sums over visits; every field is a count or a sum of ms, so that tallies of several queues can be added. */
export interface Tally {
  offered: number
  answered: number
  abandoned: number
  shortAbandoned: number
  flowedOut: number
  lost: number
  /** Without an outcome yet. */
  waiting: number
  /** Answered with a known wait, and the sum of those waits. */
  answeredKnown: number
  waitMs: number
  /** Answered, and abandoned, within the time of the service level. */
  answeredWithin: number
  abandonedWithin: number
}

export function emptyTally(): Tally {
  return {
    offered: 0,
    answered: 0,
    abandoned: 0,
    shortAbandoned: 0,
    flowedOut: 0,
    lost: 0,
    waiting: 0,
    answeredKnown: 0,
    waitMs: 0,
    answeredWithin: 0,
    abandonedWithin: 0,
  }
}

/** Adds a visit to the tally (`sign` 1), or takes it out again (`sign` -1). */
export function count(tally: Tally, visit: Visit, answerWithinMs: number, sign: 1 | -1): void {
  tally.offered += sign
  tally[visit.outcome] += sign
  if (visit.waitMs === undefined) return
  const isWithin = visit.waitMs <= answerWithinMs
  if (visit.outcome === 'answered') {
    tally.answeredKnown += sign
    tally.waitMs += sign * visit.waitMs
    if (isWithin) tally.answeredWithin += sign
  }
  if (visit.outcome === 'abandoned' && isWithin) tally.abandonedWithin += sign
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
  formula: CentreSettings['serviceLevel']['formula'],
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

/** Mean wait of the answered visits whose wait is known, ms. */
export function averageSpeedOfAnswerMs(tally: Tally): number | undefined {
  return share(tally.waitMs, tally.answeredKnown)
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}
