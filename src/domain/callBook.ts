import { callOf, outsideParty, withoutSessions, withSession } from './call.ts'
import type { Call } from './call.ts'
import { callEntry } from './callEntry.ts'
import type { CallEntry } from './callEntry.ts'
import { createCallsByParty } from './callsByParty.ts'
import { findFollower, findParallel, findPredecessor, handOverMs, isHandOver } from './linking.ts'
import type { Follower } from './linking.ts'
import type { Story } from './journal.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import { currentLeg, hasSameParties } from './session.ts'
import type { Session } from './session.ts'

/** What a session did to the calls. */
export interface Filed {
  /** The call that it belongs to. */
  readonly entry: CallEntry
  /** The call that lost sessions to it: all, and then it is gone, or some. */
  readonly loser: CallEntry | undefined
}

/** What is known by the id of a session, be it that only others have named it as their master. */
interface Place extends Story {
  session: Session | undefined
  entry: CallEntry | undefined
  /** Its hand-over already has a follower. */
  isUsed: boolean
}

/** The calls that are alive or ended lately, and which session belongs to which; DESIGN 2.3. */
export interface CallBook {
  session(id: string): Session | undefined
  /** What was told of the session, for whoever keeps the journal. */
  storyOf(id: string): Story
  callOfSession(id: string): Call | undefined
  entryOfSession(id: string): CallEntry | undefined
  get(id: string): Call | undefined
  entry(id: string): CallEntry | undefined
  /** In the order in which they were first heard of. */
  entries(): Iterable<CallEntry>
  all(): Iterable<Call>
  /**
   * Files a session that is new or has changed; `hasMoved` when its state changed before our eyes. `firstId`: the first
   * session of its call, where a record tells which sessions belong together.
   */
  file(session: Session, hasMoved: boolean, firstId?: string): Filed
  /** Drops a call whose sessions are all over. */
  forget(entry: CallEntry): void
}

export function createCallBook(roles: Roles): CallBook {
  const calls = new Map<string, CallEntry>()
  const places = new Map<string, Place>()
  const byOutside = createCallsByParty()

  const placeOf = (id: string): Place => {
    let place = places.get(id)
    if (place === undefined) {
      place = { session: undefined, entry: undefined, isUsed: false, latest: undefined }
      places.set(id, place)
    }
    return place
  }

  const entryAt = (place: Place | undefined): CallEntry | undefined =>
    place?.entry?.isGone === false ? place.entry : undefined

  const use = (sessionId: string): void => {
    placeOf(sessionId).isUsed = true
  }

  const isUsed = (sessionId: string): boolean => places.get(sessionId)?.isUsed === true

  /** The calls of an outside party, a session of which was filed at `since` or later. */
  const callsWith = (outside: string | undefined, since: number): Call[] =>
    outside === undefined ? [] : byOutside.since(outside, since).map(({ call }) => call)

  /** Only who may be served can continue a call that waits in a queue, however long it does so. */
  const callsBefore = (session: Session): Call[] => {
    const { caller, callee } = currentLeg(session)
    const mayBeServed = roles.of(caller) === 'outside' && !isMachine(callee, roles)
    const since = mayBeServed ? -Infinity : session.openedAt - handOverMs
    return callsWith(outsideParty(session, roles), since)
  }

  /** The call that holds the session's master, or a session that names it as its own master. */
  const byMaster = ({ id, masterId }: Session): Call | undefined =>
    entryAt(places.get(masterId === '' ? id : masterId))?.call

  /** After an attended transfer the outside party's call wins over the consultation that lent its master id. */
  const ownCallOf = (session: Session, master: Call): Call => {
    const outside = outsideParty(session, roles)
    if (outside === undefined) return master
    const hasParty = (call: Call): boolean =>
      call.sessions.some((other) => outsideParty(other, roles) === outside)
    if (hasParty(master)) return master
    const around = callsWith(outside, -Infinity)
    const broughtIn = around.find((call) =>
      call.sessions.some(({ masterId }) => masterId === session.masterId),
    )
    if (broughtIn !== undefined) return broughtIn
    const predecessor = findPredecessor(session, around, roles, () => false)
    if (predecessor === undefined) return master
    if (isHandOver(predecessor.from, roles)) use(predecessor.from.id)
    return predecessor.call
  }

  const findCall = (session: Session): Call | undefined => {
    const master = byMaster(session)
    if (master !== undefined) {
      // Whoever has a follower by master id must not be given a stranger of the same number as well.
      for (const { id } of master.sessions) use(id)
      return ownCallOf(session, master)
    }
    const around = callsBefore(session)
    const predecessor = findPredecessor(session, around, roles, isUsed)
    if (predecessor !== undefined) {
      if (isHandOver(predecessor.from, roles)) use(predecessor.from.id)
      return predecessor.call
    }
    return findParallel(session, around, roles)
  }

  const keep = (entry: CallEntry, place: Place, session: Session, hasMoved: boolean): void => {
    const { call } = entry
    entry.call = withSession(call, session, call.hasMoved || hasMoved)
    place.session = session
    place.entry = entry
    const { id, masterId } = session
    if (masterId === '' || masterId === id) return
    const master = placeOf(masterId)
    if (entryAt(master) === undefined) master.entry = entry
  }

  const begin = (session: Session): CallEntry => {
    const entry = callEntry(callOf(session))
    calls.set(entry.call.id, entry)
    return entry
  }

  /** Calls are looked for by what of them has just begun, is being handed over or reached somebody else. */
  const noteParty = (former: Session | undefined, session: Session, entry: CallEntry): void => {
    if (former !== undefined && hasSameParties(former, session) && !isHandOver(session, roles)) {
      return
    }
    const outside = outsideParty(session, roles)
    if (outside !== undefined) byOutside.note(outside, entry, session.stateSince)
  }

  const followerOf = (session: Session, own: CallEntry): Follower | undefined => {
    const around = callsWith(outsideParty(session, roles), session.stateSince - handOverMs)
    return findFollower(session, own.call, around, roles)
  }

  const takeOver = (into: CallEntry, { call: other, sessions: taken }: Follower): Filed => {
    const loser = calls.get(other.id)
    if (loser === undefined) return { entry: into, loser }
    const reduced = withoutSessions(other, taken)
    if (reduced === undefined) {
      calls.delete(other.id)
      loser.isGone = true
    } else loser.call = reduced
    const party = outsideParty(taken[0], roles)
    if (party !== undefined) byOutside.drop(party, loser)
    for (const session of taken) {
      keep(into, placeOf(session.id), session, other.hasMoved)
      noteParty(undefined, session, into)
    }
    return { entry: into, loser }
  }

  const entryOf = (call: Call | undefined): CallEntry | undefined =>
    call === undefined ? undefined : calls.get(call.id)

  /** The call of a session that a record names as the first. */
  const entryWith = (firstId: string): CallEntry | undefined => {
    const first = places.get(firstId)
    return first?.session === undefined ? undefined : entryAt(first)
  }

  return {
    session: (id) => places.get(id)?.session,
    storyOf: placeOf,
    callOfSession: (id) => entryAt(places.get(id))?.call,
    entryOfSession: (id) => entryAt(places.get(id)),
    get: (id) => calls.get(id)?.call,
    entry: (id) => calls.get(id),
    entries: () => calls.values(),
    *all() {
      for (const { call } of calls.values()) yield call
    },
    file(session, hasMoved, firstId) {
      const place = placeOf(session.id)
      const former = place.session
      const known =
        (former && entryAt(place)) ??
        (firstId === undefined ? entryOf(findCall(session)) : entryWith(firstId))
      const entry = known ?? begin(session)
      keep(entry, place, session, hasMoved)
      noteParty(former, session, entry)
      if (!isHandOver(session, roles)) {
        // A hand-over that failed is over: the next one of the session is another.
        if (session.endedAt === undefined) place.isUsed = false
        return { entry, loser: undefined }
      }
      if (place.isUsed || firstId !== undefined) return { entry, loser: undefined }
      const follower = followerOf(session, entry)
      if (follower === undefined) return { entry, loser: undefined }
      place.isUsed = true
      return takeOver(entry, follower)
    },
    forget(entry) {
      const { id, sessions } = entry.call
      calls.delete(id)
      entry.isGone = true
      for (const session of sessions) {
        places.delete(session.id)
        const master = places.get(session.masterId)
        if (master?.entry === entry && master.session === undefined) places.delete(session.masterId)
      }
      byOutside.forget(entry)
    },
  }
}
