import type { CallRecord, RecordedSession, RecordedStep } from './callRecord.ts'
import { isSameBegin } from './callRecord.ts'
import { joinRecords } from './joinRecords.ts'
import { saysMore } from './saysMore.ts'
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
  const shareOf = sharesOf(stored)
  const living = new Set(records.flatMap(livingIds))
  /** What began before the wall was connected, and it does not see alive, has ended. */
  const notSeen: IsLost = ({ id }, lastAt) =>
    !living.has(id) && since !== undefined && lastAt < since
  const taken = new Set<CallRecord>()
  const merged = stored.map((record) => {
    const own = record.sessions
      .flatMap(({ id }) => ownBySession.get(id) ?? [])
      .find(({ startedAt }) => isSameBegin(startedAt, record.startedAt))
    if (own === undefined) return since === undefined ? record : lostAt(record, since)
    taken.add(own)
    const share = shareOf(own, record)
    if (share === own && saysMore(own, record)) return own
    if (record.isOver && !addsSessions(share, record)) return record
    const whole = continued(record, share)
    return since === undefined ? whole : lostAt(whole, since, notSeen)
  })
  return joinRecords([...merged, ...records.filter((record) => !taken.has(record))])
}

/**
 * What of an own record is about a stored one. Who comes late may take two Calls for one: after an attended transfer
 * the session with the outside party names the consultation as its master, and the Call it came from is over. What
 * nobody has stored yet goes with the newest session that somebody has.
 */
function sharesOf(
  stored: readonly CallRecord[],
): (own: CallRecord, record: CallRecord) => CallRecord {
  const holders = new Map<string, CallRecord[]>()
  for (const record of stored) {
    for (const { id } of record.sessions) holders.set(id, [...(holders.get(id) ?? []), record])
  }
  return (own, record) => {
    const holdersOf = (id: string): readonly CallRecord[] =>
      (holders.get(id) ?? []).filter(({ startedAt }) => isSameBegin(startedAt, own.startedAt))
    const [heir] = own.sessions
      .map(({ id }) => holdersOf(id)[0] ?? [])
      .reverse()
      .flat()
    return withSessions(own, ({ id }) => {
      const known = holdersOf(id)
      return known.length === 0 ? heir === record : known.includes(record)
    })
  }
}

/** The record with some of its sessions only; itself when it keeps them all. */
function withSessions(
  record: CallRecord,
  isKept: (session: RecordedSession) => boolean,
): CallRecord {
  const sessions = record.sessions.filter(isKept)
  if (sessions.length === record.sessions.length) return record
  const steps = record.steps.flatMap((step): RecordedStep[] => {
    const place = sessions.findIndex((session) => session === record.sessions[step.session])
    return place < 0 ? [] : [{ ...step, session: place }]
  })
  const part = { ...record, sessions, steps }
  return { ...part, isOver: openSessions(part).size === 0 }
}

/** Whether nobody has stored what followed, because it goes on. */
function addsSessions(own: CallRecord, { sessions }: CallRecord): boolean {
  return own.sessions.some((session) => !sessions.some(({ id }) => id === session.id))
}

/** The record with what was seen later of its sessions, and the sessions that came later. */
function continued(record: CallRecord, own: CallRecord): CallRecord {
  const latest = new Map(record.steps.map(({ session, at }) => [session, at]))
  const sessions: RecordedSession[] = [...record.sessions]
  const places = own.sessions.map((session) => {
    const place = sessions.findIndex(({ id }) => id === session.id)
    const known = sessions[place]
    if (known === undefined) return sessions.push(session) - 1
    sessions[place] = withMaster(known, session)
    return place
  })
  const open = openSessions(record)
  const later = own.steps.flatMap((step): RecordedStep[] => {
    const session = places[step.session] ?? step.session
    const lastAt = latest.get(session) ?? -Infinity
    const isNews = step.at > lastAt || (step.at === lastAt && isEnd(step) && open.has(session))
    return isNews ? [{ ...step, session }] : []
  })
  const steps = [...record.steps, ...later].sort(
    (one, other) => one.at - other.at || (one.turn ?? 0) - (other.turn ?? 0),
  )
  return {
    ...record,
    ...{ sessions, steps },
    isOver: openSessions({ ...record, sessions, steps }).size === 0,
    outside: [...new Set([...record.outside, ...own.outside])],
  }
}

/** The stored session with the master that the PBX told the wall: the PBX's lists, from which it may be, tell none. */
function withMaster(stored: RecordedSession, { id, masterId }: RecordedSession): RecordedSession {
  const isTold = masterId !== '' && masterId !== id
  return isTold ? { ...stored, masterId } : stored
}

/** `lastAt`: the last moment of which something is known of the session, epoch ms. */
type IsLost = (session: RecordedSession, lastAt: number) => boolean

/** The record with an unseen end at `at` of the sessions that had none, or those of them that `isLost` names. */
function lostAt(record: CallRecord, at: number, isLost: IsLost = () => true): CallRecord {
  const lastOf = new Map(record.steps.map((step) => [step.session, step.at]))
  const places = [...openSessions(record)].filter((place) => {
    const session = record.sessions[place]
    return session !== undefined && isLost(session, lastOf.get(place) ?? record.startedAt)
  })
  if (places.length === 0) return record
  const end = record.steps.reduce((latest, step) => Math.max(latest, step.at), at)
  const lost = places.map((session): RecordedStep => ({ session, at: end, how: 'lost' }))
  return { ...record, steps: [...record.steps, ...lost] }
}

function livingIds(record: CallRecord): readonly string[] {
  return [...openSessions(record)].flatMap((place) => record.sessions[place]?.id ?? [])
}

/** The places of the sessions without an end. */
function openSessions({ sessions, steps }: CallRecord): ReadonlySet<number> {
  const open = new Set(sessions.map((_, place) => place))
  for (const step of steps) if (isEnd(step)) open.delete(step.session)
  return open
}

function isEnd({ how, state }: RecordedStep): boolean {
  return how === 'lost' || (state !== undefined && isFinal(state))
}
