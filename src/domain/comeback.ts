import type { CallRecord } from './callRecord.ts'

/** What became of a time in which a wall was not connected. Times are epoch ms of site time. */
export interface Comeback {
  readonly from: number
  readonly to: number
  /** Calls of that time that nobody here saw and that are known now. */
  readonly recovered: number
  /** Calls of which nobody knows how or when they ended. */
  readonly unknown: number
}

/** A time in which a wall was not connected, and the sessions that it took to be alive before, and found alive after. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly aliveBefore: ReadonlySet<string>
  readonly aliveAfter: ReadonlySet<string>
}

/**
 * What became of the calls that began or ended in the gap, as far as `records` tell: a call is recovered when it is alive
 * after the gap or its end is known, and unknown when it was lost. Calls that came and went unseen by everybody are in
 * neither.
 */
export function comebackOf({ from, to, ...gap }: Gap, records: readonly CallRecord[]): Comeback {
  let recovered = 0
  let unknown = 0
  for (const record of records) {
    const has = (ids: ReadonlySet<string>): boolean => record.sessions.some(({ id }) => ids.has(id))
    const wasAlive = has(gap.aliveBefore)
    const isAlive = has(gap.aliveAfter)
    const isOfGap = wasAlive ? !isAlive : hasBegunUnseen(record, from, to, isAlive)
    if (!isOfGap) continue
    if (isAlive || record.isOver) recovered++
    else unknown++
  }
  return { from, to, recovered, unknown }
}

/** A call that was found alive may have no begin but the moment of finding it. */
function hasBegunUnseen(
  { startedAt }: CallRecord,
  from: number,
  to: number,
  isAlive: boolean,
): boolean {
  return startedAt >= from && (startedAt < to || (isAlive && startedAt === to))
}
