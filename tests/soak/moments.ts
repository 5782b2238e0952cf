import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'

/** A call of a traffic file in epoch ms. */
export interface Moments {
  readonly arrivedAt: number
  readonly answeredAt: number | undefined
  readonly endedAt: number
  readonly agent: string
  /** It ended before anything came of it, by nobody's doing. */
  readonly isLost: boolean
}

/** A PBX was away from `from`, epoch ms, and forgot its calls; it is back from after `to` on. */
export interface Restart {
  readonly from: number
  readonly to: number
}

/** @param midnight the start of the day of each row, epoch ms */
export function momentsOf(
  rows: readonly TrafficRow[],
  midnight: (day: string) => number,
): readonly Moments[] {
  return rows.map((row) => {
    const at = (seconds: number): number => midnight(row.day) + Math.round(seconds * 1000)
    const { answerSeconds } = row
    return {
      arrivedAt: at(row.arriveSeconds),
      answeredAt: answerSeconds === undefined ? undefined : at(answerSeconds),
      endedAt: at(row.endSeconds),
      agent: row.agent,
      isLost: false,
    }
  })
}

/** What becomes of the calls: who is in one when the PBX goes is cut off, who calls while it is away reaches nobody. */
export function afterRestarts(
  calls: readonly Moments[],
  restarts: readonly Restart[],
): readonly Moments[] {
  return restarts.reduce(
    (left, { from, to }) =>
      left
        .filter(({ arrivedAt }) => arrivedAt <= from || arrivedAt > to)
        .map((call) => (call.arrivedAt <= from && call.endedAt > from ? cutOff(call, from) : call)),
    calls,
  )
}

function cutOff(call: Moments, at: number): Moments {
  const wasAnswered = call.answeredAt !== undefined && call.answeredAt <= at
  return wasAnswered
    ? { ...call, endedAt: at }
    : { ...call, answeredAt: undefined, endedAt: at, isLost: true }
}
