import type { CallRecord, RecordedSession, RecordedStep } from './callRecord.ts'
import { isFoundEnd, isSameBegin, lastStepAt, saysMore } from './callRecord.ts'
import { joinRecords } from './joinRecords.ts'
import { isFinal } from './sessionState.ts'
import type { Stretch } from './stretch.ts'

/** What a wall saw by itself. */
export interface OwnView {
  readonly records: readonly CallRecord[]
  /** Since when it is connected, epoch ms; `undefined` while it is not. */
  readonly since: number | undefined
  /** In order, and apart from each other: when somebody saw everything. @default never */
  readonly covered?: readonly Stretch[]
}

/**
 * Each call once, out of those that are stored and those that this wall saw: of two versions the fuller, else the stored
 * one. A stored call that had not ended goes on with what the wall saw of it later; if the wall, being connected, does
 * not see it, it was lost when whoever told of it last watched no longer.
 */
export function mergeRecords(
  stored: readonly CallRecord[],
  { records, since, covered = [] }: OwnView,
): readonly CallRecord[] {
  const ownBySession = new Map(
    records.flatMap((record) => record.sessions.map(({ id }) => [id, record] as const)),
  )
  const shareOf = sharesOf(stored)
  const alive = new Set(
    records.flatMap((record) =>
      [...openSessions(record)].map((place) => record.sessions[place]?.id),
    ),
  )
  /** What began before the wall was connected, and it does not see alive, has ended. */
  const notSeen: IsLost = ({ id }, lastAt) =>
    !alive.has(id) && since !== undefined && lastAt < since
  const lose = (record: CallRecord, isLost?: IsLost): CallRecord =>
    since === undefined ? record : withLosses(record, since, covered, isLost)
  const taken = new Set<CallRecord>()
  const merged = stored.map((record) => {
    const touching = new Set(record.sessions.flatMap(({ id }) => ownBySession.get(id) ?? []))
    const owns = [...touching].filter(({ startedAt }) => isSameBegin(startedAt, record.startedAt))
    for (const own of owns) taken.add(own)
    const [own] = owns
    if (own === undefined) return lose(record)
    const shares = owns.map((each) => shareOf(each, record))
    if (owns.length === 1 && shares[0] === own && saysMore(own, record)) return own
    const isBetterKnown = shares.some((share) => knowsMore(share, record, since !== undefined))
    if (record.isOver && !isBetterKnown) return record
    const whole = shares.reduce(
      (known, share) => continued(withoutRefuted(known, share, since !== undefined), share),
      record,
    )
    return lose(whole, notSeen)
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

/** The record with what was seen later of its sessions, and the sessions that came later. */
function continued(record: CallRecord, own: CallRecord): CallRecord {
  const latest = new Map(record.steps.map(({ session, at }) => [session, at]))
  const known = record.sessions.length
  const open = openSessions(record)
  const sessions: RecordedSession[] = [...record.sessions]
  const places = own.sessions.map((session) => {
    const place = sessions.findIndex(({ id }) => id === session.id)
    const stored = sessions[place]
    if (stored === undefined) return sessions.push(session) - 1
    sessions[place] = withToldMaster(stored, session)
    return place
  })
  const later = own.steps.flatMap((step): RecordedStep[] => {
    const session = places[step.session] ?? step.session
    const last = latest.get(session) ?? -Infinity
    // A connection may be lost in the very moment in which something was told.
    const mayEnd = session >= known || open.has(session)
    const endsNow = step.at === last && isEnd(step) && open.has(session)
    const isLater = step.how === 'lost' ? step.at >= last && mayEnd : step.at > last || endsNow
    return isLater ? [{ ...step, session }] : []
  })
  const steps = [...record.steps, ...later].sort(
    (one, other) => one.at - other.at || turnOf(one) - turnOf(other),
  )
  return {
    ...record,
    ...{ sessions, steps },
    isOver: hasEnded({ sessions, steps }),
    outside: [...new Set([...record.outside, ...own.outside])],
  }
}

/** The stored session with the master that the PBX told the wall: the PBX's lists, from which it may be, tell none. */
function withToldMaster(
  stored: RecordedSession,
  { id, masterId }: RecordedSession,
): RecordedSession {
  const isTold = masterId !== '' && masterId !== id
  return isTold ? { ...stored, masterId } : stored
}

/** Who lost a session had heard before whatever was told of that moment. */
function turnOf({ how, turn = 0 }: RecordedStep): number {
  return how === 'lost' ? Number.MAX_SAFE_INTEGER : turn
}

/** Whether the share of an own record tells of further sessions, or of ends that others only looked up. */
function knowsMore(share: CallRecord, record: CallRecord, isConnected: boolean): boolean {
  const known = new Set(record.sessions.map(({ id }) => id))
  return (
    share.sessions.some(({ id }) => !known.has(id)) ||
    withoutRefuted(record, share, isConnected) !== record
  )
}

/**
 * The record without the unseen ends of sessions of which the own one knows more: a later moment in which they were
 * alive, their end, or, while it is connected, that they live.
 */
function withoutRefuted(record: CallRecord, own: CallRecord, isConnected: boolean): CallRecord {
  const open = openSessions(own)
  const isRefuted = (step: RecordedStep): boolean => {
    const place = own.sessions.findIndex(({ id }) => id === record.sessions[step.session]?.id)
    if (place < 0 || (step.how !== 'lost' && !isFoundEnd(step))) return false
    const ownSteps = own.steps.filter(({ session }) => session === place)
    const isEndSeen = ownSteps.some((each) => each.how === 'seen' && isEnd(each))
    const isEndFound = step.how === 'lost' && ownSteps.some(isFoundEnd)
    const isAlive = isConnected && open.has(place)
    return isAlive || isEndSeen || isEndFound || ownSteps.some(({ at }) => at > step.at)
  }
  const steps = record.steps.filter((step) => !isRefuted(step))
  return steps.length === record.steps.length ? record : { ...record, steps }
}

/** `lastAt`: the last moment of which something is known of the session, epoch ms. */
type IsLost = (session: RecordedSession, lastAt: number) => boolean

/**
 * The record with an unseen end of the sessions that had none, or those of them that `isLost` names: where the stretch
 * ends in which they were seen last, at the latest at `since`.
 */
function withLosses(
  record: CallRecord,
  since: number,
  covered: readonly Stretch[],
  isLost: IsLost = () => true,
): CallRecord {
  const lastOf = new Map(record.steps.map((step) => [step.session, step.at]))
  const places = [...openSessions(record)].filter((place) => {
    const session = record.sessions[place]
    return session !== undefined && isLost(session, lastOf.get(place) ?? record.startedAt)
  })
  if (places.length === 0) return record
  const newest = lastStepAt(record)
  const lost = places.map((session): RecordedStep => {
    const seenAt = lastOf.get(session) ?? record.startedAt
    const seenUntil = covered.find(([from, to]) => from <= seenAt && seenAt <= to)?.[1] ?? since
    return { session, at: Math.max(newest, Math.min(seenUntil, since)), how: 'lost' }
  })
  return { ...record, steps: [...record.steps, ...lost] }
}

function isEnd({ state }: RecordedStep): boolean {
  return state !== undefined && isFinal(state)
}

/** Whether the end of every session was told. */
function hasEnded({ sessions, steps }: Pick<CallRecord, 'sessions' | 'steps'>): boolean {
  const ended = steps.flatMap((step) => (isEnd(step) ? [step.session] : []))
  const lost = steps.some(({ how }) => how === 'lost')
  return !lost && new Set(ended).size === sessions.length
}

/** The places of the sessions without an end. */
function openSessions({ sessions, steps }: CallRecord): ReadonlySet<number> {
  const open = new Set(sessions.map((_, place) => place))
  for (const { session, how, state } of steps) {
    if (how === 'lost' || (state !== undefined && isFinal(state))) open.delete(session)
  }
  return open
}
