import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import type { TruthInterval } from '../support/october.ts'
import type { Moments } from './moments.ts'
import { afterRestarts, momentsOf } from './moments.ts'
import type { Restart } from './moments.ts'

/** The service level of a soak, ms: between two moments of its grid, since a wall’s clock is right to some ms only. */
export const answerWithinMs = 75_000

/** What was counted in a window. */
export type Counted = Omit<TruthInterval, 'interval'>

/** Counts a window [from, to) of calls, epoch ms; DESIGN 5 out of the calls themselves. */
export type Truth = (from: number, to: number) => Counted

/**
 * @param midnight the start of the day of each row, epoch ms
 * @param restarts when the PBX forgot its calls
 */
export function truthOfRows(
  rows: readonly TrafficRow[],
  midnight: (day: string) => number,
  restarts: readonly Restart[] = [],
): Truth {
  const calls = afterRestarts(momentsOf(rows, midnight), restarts)
  const gauges = gaugesOf(calls)

  return (from, to) => {
    const isIn = (at: number | undefined): boolean => at !== undefined && at >= from && at < to
    const arrived = calls.filter(({ arrivedAt }) => isIn(arrivedAt))
    const answered = arrived.filter(({ answeredAt }) => answeredAt !== undefined)
    const abandoned = arrived.filter(isAbandoned)
    const over = answered.length + abandoned.length
    const waits = answered.map(({ arrivedAt, answeredAt }) => answeredAt! - arrivedAt)
    const lostWaits = abandoned.map(({ arrivedAt, endedAt }) => endedAt - arrivedAt)
    const within = waits.filter((wait) => wait <= answerWithinMs).length
    const talking = calls.filter(({ answeredAt }) => isIn(answeredAt))
    return {
      offered: arrived.length,
      answered: answered.length,
      abandoned: abandoned.length,
      answeredWithin20: within,
      serviceLevel20: over === 0 ? null : within / over,
      meanWaitAnsweredS: mean(waits),
      meanWaitAbandonedS: mean(lostWaits),
      longestWaitS: most([...waits, ...lostWaits]),
      longestWaitAnsweredS: most(waits),
      meanServiceS: mean(answered.map(({ answeredAt, endedAt }) => endedAt - answeredAt!)),
      ...gauges(from, to),
      agents: new Set(talking.map(({ agent }) => agent)).size,
      answeredInInterval: talking.length,
      abandonedInInterval: calls.filter((call) => isAbandoned(call) && isIn(call.endedAt)).length,
    }
  }
}

function isAbandoned({ answeredAt, isLost }: Moments): boolean {
  return answeredAt === undefined && !isLost
}

type Gauges = Pick<Counted, 'maxWaiting' | 'maxInService' | 'maxInProgress'>

/** The gauges after each instant at which one of them changes, and their peaks in a window. */
function gaugesOf(calls: readonly Moments[]): (from: number, to: number) => Gauges {
  const changes = calls
    .flatMap(({ arrivedAt, answeredAt, endedAt }) => [
      { at: arrivedAt, waiting: 1, talking: 0 },
      ...(answeredAt === undefined
        ? [{ at: endedAt, waiting: -1, talking: 0 }]
        : [
            { at: answeredAt, waiting: -1, talking: 1 },
            { at: endedAt, waiting: 0, talking: -1 },
          ]),
    ])
    .sort((one, other) => one.at - other.at)
  const instants: { at: number; waiting: number; talking: number }[] = []
  let waiting = 0
  let talking = 0
  for (const change of changes) {
    waiting += change.waiting
    talking += change.talking
    if (instants[instants.length - 1]?.at === change.at) instants.pop()
    instants.push({ at: change.at, waiting, talking })
  }
  return (from, to) => {
    const inherited = instants.filter(({ at }) => at <= from).slice(-1)
    const seen = [...inherited, ...instants.filter(({ at }) => at > from && at < to)]
    const peak = (gauge: (instant: (typeof seen)[number]) => number): number =>
      seen.reduce((highest, instant) => Math.max(highest, gauge(instant)), 0)
    return {
      maxWaiting: peak((instant) => instant.waiting),
      maxInService: peak((instant) => instant.talking),
      maxInProgress: peak((instant) => instant.waiting + instant.talking),
    }
  }
}

/** Seconds out of ms, `null` for none. */
function mean(times: readonly number[]): number | null {
  if (times.length === 0) return null
  return times.reduce((sum, time) => sum + time, 0) / times.length / 1000
}

function most(times: readonly number[]): number | null {
  return times.length === 0 ? null : times.reduce((one, other) => Math.max(one, other), 0) / 1000
}
