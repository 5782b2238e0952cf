import type { CallRecord } from './callRecord.ts'
import { isSameBegin } from './callRecord.ts'

/**
 * One record for each Call. What somebody saw of a Call and what the PBX's history tells of its earlier sessions are
 * stored apart, and so is what two walls saw that both came late: a record whose first session names a session of
 * another one as its master, or the same unknown master, continues it.
 */
export function joinRecords(records: readonly CallRecord[]): readonly CallRecord[] {
  const groupOf = new Map<CallRecord, CallRecord[]>(records.map((record) => [record, [record]]))
  const bySession = new Map<string, CallRecord[]>()
  const followers = new Set(
    records.flatMap(({ sessions }) => sessions.slice(1).map(({ id }) => id)),
  )
  for (const record of records) {
    for (const key of keysOf(record, followers)) {
      const known = bySession.get(key)
      if (known === undefined) bySession.set(key, [record])
      else known.push(record)
    }
  }
  for (const sharing of bySession.values()) {
    for (const [index, record] of sharing.entries()) {
      const former = sharing[index - 1]
      if (former !== undefined && isSameBegin(former.startedAt, record.startedAt))
        unite(former, record, groupOf)
    }
  }
  return [...new Set(groupOf.values())].map(joined)
}

/**
 * Later sessions may lend their master from another Call: after an attended transfer it is the consultation's. A session
 * that one record has first is such a one where another record, whose maker saw more, has it later.
 */
function keysOf({ sessions }: CallRecord, followers: ReadonlySet<string>): ReadonlySet<string> {
  const ids = sessions.map(({ id }) => id)
  const [first] = sessions
  const isFirst = first !== undefined && first.masterId !== '' && !followers.has(first.id)
  return new Set(isFirst ? [...ids, first.masterId] : ids)
}

function unite(one: CallRecord, other: CallRecord, groupOf: Map<CallRecord, CallRecord[]>): void {
  const [group, added] = [groupOf.get(one), groupOf.get(other)]
  if (group === undefined || added === undefined || group === added) return
  for (const record of added) {
    group.push(record)
    groupOf.set(record, group)
  }
}

function joined(group: readonly CallRecord[]): CallRecord {
  const [first, ...rest] = [...group].sort((one, other) => one.startedAt - other.startedAt)
  if (first === undefined) throw new RangeError('a group without a record')
  return rest.reduce(
    (call, record) => ({
      ...call,
      isOver: call.isOver && record.isOver,
      sessions: [...call.sessions, ...record.sessions],
      steps: [
        ...call.steps,
        ...record.steps.map((step) => ({ ...step, session: step.session + call.sessions.length })),
      ].sort((a, b) => a.at - b.at || (a.turn ?? 0) - (b.turn ?? 0)),
      outside: [...new Set([...call.outside, ...record.outside])],
    }),
    first,
  )
}
