import type { CallRecord, RecordedSession, RecordedStep } from './callRecord.ts'
import { isFuller, isSameBegin } from './callRecord.ts'
import { joinRecords } from './joinRecords.ts'
import { isFinal } from './sessionState.ts'

/** What a wall saw by itself. */
export interface OwnView {
  readonly records: readonly CallRecord[]
  /** Since when it is connected, epoch ms; `undefined` while it is not. */
  readonly since: number | undefined
}

/**
 * Each call once, out of those that are stored and those that this wall saw: of two versions the fuller, else the stored
 * one. A stored call that had not ended goes on with what the wall saw of it later; if the wall, being connected, does
 * not see it, it was lost.
 */
export function mergeRecords(
  stored: readonly CallRecord[],
  { records, since }: OwnView,
): readonly CallRecord[] {
  const ownBySession = new Map(
    records.flatMap((record) => record.sessions.map(({ id }) => [id, record] as const)),
  )
  const taken = new Set<CallRecord>()
  const merged = stored.map((record) => {
    const own = record.sessions
      .flatMap(({ id }) => ownBySession.get(id) ?? [])
      .find(({ startedAt }) => isSameBegin(startedAt, record.startedAt))
    if (own === undefined) return since === undefined ? record : lostAt(record, since)
    taken.add(own)
    if (isFuller(own, record)) return own
    return record.isOver ? record : continued(record, own)
  })
  return joinRecords([...merged, ...records.filter((record) => !taken.has(record))])
}

/** The record with what was seen later of its sessions, and the sessions that came later. */
function continued(record: CallRecord, own: CallRecord): CallRecord {
  const latest = new Map(record.steps.map(({ session, at }) => [session, at]))
  const sessions: RecordedSession[] = [...record.sessions]
  const places = own.sessions.map((session) => {
    const place = sessions.findIndex(({ id }) => id === session.id)
    return place < 0 ? sessions.push(session) - 1 : place
  })
  const later = own.steps.flatMap((step): RecordedStep[] => {
    const session = places[step.session] ?? step.session
    return step.at > (latest.get(session) ?? -Infinity) ? [{ ...step, session }] : []
  })
  const steps = [...record.steps, ...later].sort(
    (one, other) => one.at - other.at || (one.turn ?? 0) - (other.turn ?? 0),
  )
  return {
    ...record,
    ...{ sessions, steps },
    isOver: own.isOver,
    outside: [...new Set([...record.outside, ...own.outside])],
  }
}

/** The record with an unseen end at `at` of every session that had none. */
function lostAt(record: CallRecord, at: number): CallRecord {
  const open = new Set(record.sessions.map((_, place) => place))
  for (const { session, how, state } of record.steps) {
    if (how === 'lost' || (state !== undefined && isFinal(state))) open.delete(session)
  }
  if (open.size === 0) return record
  const end = record.steps.reduce((latest, step) => Math.max(latest, step.at), at)
  const lost = [...open].map((session): RecordedStep => ({ session, at: end, how: 'lost' }))
  return { ...record, steps: [...record.steps, ...lost] }
}
