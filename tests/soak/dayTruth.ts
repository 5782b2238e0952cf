import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { soakQueues } from './calls.ts'
import type { Restart } from './moments.ts'
import { truthOfRows } from './truth.ts'
import type { Counted } from './truth.ts'

/** What was counted of a day from its calls. */
export interface DayTruth {
  readonly whole: Counted
  readonly queues: ReadonlyMap<string, Counted>
  /** By their starts, epoch ms. */
  readonly intervals: ReadonlyMap<number, Counted>
}

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Counts a day.
 * @param rows of the day, and those of the day before that went on into it
 * @param restarts when the PBX forgot its calls
 */
export function countDay(
  day: Span,
  intervals: readonly Span[],
  rows: readonly TrafficRow[],
  midnightOf: (day: string) => number,
  restarts: readonly Restart[] = [],
): DayTruth {
  const truth = truthOfRows(rows, midnightOf, restarts)
  const ofQueue = (queue: string): Counted =>
    truthOfRows(
      rows.filter((row) => row.queue === queue),
      midnightOf,
      restarts,
    )(day.start, day.end)
  return {
    whole: truth(day.start, day.end),
    queues: new Map(soakQueues.map((queue) => [queue, ofQueue(queue)])),
    intervals: new Map(intervals.map(({ start, end }) => [start, truth(start, end)])),
  }
}
