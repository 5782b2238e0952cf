import { callEndedAt, callOf, outsideParty, withoutSessions, withSession } from './call.ts'
import type { Call } from './call.ts'
import { createCallsByParty } from './callsByParty.ts'
import { findFollower, findParallel, findPredecessor, handOverMs, isHandOver } from './linking.ts'
import type { Follower } from './linking.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'

/**
 * What a session did to the calls: the call as it is now, the call that was merged into it, and the call that lost
 * sessions to it.
 */
export interface Filed {
  readonly call: Call
  readonly merged: Call | undefined
  readonly reduced: Call | undefined
}

/** The calls that are alive or ended lately, and which session belongs to which; DESIGN 2.3. */
export interface CallBook {
  session(id: string): Session | undefined
  callOfSession(id: string): Call | undefined
  get(id: string): Call | undefined
  all(): Iterable<Call>
  /**
   * Files a session that is new or has changed; `hasMoved` when its state changed before our eyes. `firstId`: the first
   * session of its call, where a record tells which sessions belong together.
   */
  file(session: Session, hasMoved: boolean, firstId?: string): Filed
  /** Drops a call whose sessions are all over. */
  forget(id: string): void
}

export function createCallBook(roles: Roles): CallBook {
  const calls = new Map<string, Call>()
  const callIdOf = new Map<string, string>()
  const sessions = new Map<string, Session>()
  const byOutside = createCallsByParty()
  /** Sessions whose hand-over already has a follower. */
  const used = new Set<string>()

  /** The calls of an outside party, a session of which was filed at `since` or later. */
  const callsWith = (outside: string | undefined, since: number): Call[] =>
    outside === undefined
      ? []
      : byOutside.since(outside, since).flatMap((id) => calls.get(id) ?? [])

  /** Only who may be served can continue a call that waits in a queue, however long it does so. */
  const callsBefore = (session: Session): Call[] => {
    const { caller, callee } = currentLeg(session)
    const mayBeServed = roles.of(caller) === 'outside' && !isMachine(callee, roles)
    const since = mayBeServed ? -Infinity : session.openedAt - handOverMs
    return callsWith(outsideParty(session, roles), since)
  }

  /** The call that holds the session's master, or a session that names it as its own master. */
  const byMaster = (session: Session): Call | undefined => {
    const master = session.masterId === '' ? session.id : session.masterId
    return calls.get(callIdOf.get(master) ?? '')
  }

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
    if (isHandOver(predecessor.from, roles)) used.add(predecessor.from.id)
    return predecessor.call
  }

  const findCall = (session: Session): Call | undefined => {
    const master = byMaster(session)
    if (master !== undefined) {
      // Whoever has a follower by master id must not be given a stranger of the same number as well.
      for (const { id } of master.sessions) used.add(id)
      return ownCallOf(session, master)
    }
    const around = callsBefore(session)
    const predecessor = findPredecessor(session, around, roles, (id) => used.has(id))
    if (predecessor !== undefined) {
      if (isHandOver(predecessor.from, roles)) used.add(predecessor.from.id)
      return predecessor.call
    }
    return findParallel(session, around, roles)
  }

  const keep = (call: Call, session: Session): Call => {
    calls.set(call.id, call)
    sessions.set(session.id, session)
    if (callIdOf.get(session.id) !== call.id) callIdOf.set(session.id, call.id)
    if (session.masterId !== '' && !calls.has(callIdOf.get(session.masterId) ?? '')) {
      callIdOf.set(session.masterId, call.id)
    }
    return call
  }

  /** Calls are looked for by what of them has just begun, is being handed over or reached somebody else. */
  const noteParty = (former: Session | undefined, session: Session, call: Call): void => {
    if (former !== undefined && hasSameParties(former, session) && !isHandOver(session, roles)) {
      return
    }
    const outside = outsideParty(session, roles)
    if (outside !== undefined) byOutside.note(outside, call.id, session.stateSince)
  }

  const followerOf = (session: Session, own: Call): Follower | undefined => {
    if (!isHandOver(session, roles) || used.has(session.id)) return undefined
    const around = callsWith(outsideParty(session, roles), session.stateSince - handOverMs)
    return findFollower(session, own, around, roles)
  }

  const takeOver = (into: Call, { call: other, sessions: taken }: Follower): Filed => {
    const reduced = withoutSessions(other, taken)
    if (reduced === undefined) calls.delete(other.id)
    else calls.set(reduced.id, reduced)
    const party = outsideParty(taken[0], roles)
    if (party !== undefined) byOutside.drop(party, other.id)
    let call = into
    for (const session of taken) {
      call = keep(withSession(call, session, call.hasMoved || other.hasMoved), session)
      noteParty(undefined, session, call)
    }
    return { call, merged: reduced === undefined ? other : undefined, reduced }
  }

  const callWith = (sessionId: string): Call | undefined =>
    sessions.has(sessionId) ? calls.get(callIdOf.get(sessionId) ?? '') : undefined

  return {
    session: (id) => sessions.get(id),
    callOfSession: (id) => calls.get(callIdOf.get(id) ?? ''),
    get: (id) => calls.get(id),
    all: () => calls.values(),
    file(session, hasMoved, firstId) {
      const former = sessions.get(session.id)
      const known =
        callWith(session.id) ?? (firstId === undefined ? findCall(session) : callWith(firstId))
      const base = known ?? callOf(session)
      const call = keep(withSession(base, session, base.hasMoved || hasMoved), session)
      noteParty(former, session, call)
      // A hand-over that failed is over: the next one of the session is another.
      if (!isHandOver(session, roles) && session.endedAt === undefined) used.delete(session.id)
      const follower = firstId === undefined ? followerOf(session, call) : undefined
      if (follower === undefined) return { call, merged: undefined, reduced: undefined }
      used.add(session.id)
      return takeOver(call, follower)
    },
    forget(id) {
      const call = calls.get(id)
      if (call === undefined || callEndedAt(call) === undefined) return
      calls.delete(id)
      for (const session of call.sessions) {
        sessions.delete(session.id)
        used.delete(session.id)
        for (const key of [session.id, session.masterId]) {
          if (callIdOf.get(key) === id) callIdOf.delete(key)
        }
        for (const leg of session.legs) {
          for (const party of [leg.caller, leg.callee]) byOutside.drop(party, id)
        }
      }
    },
  }
}

function hasSameParties(one: Session, other: Session): boolean {
  const leg = currentLeg(one)
  const otherLeg = currentLeg(other)
  return leg.caller === otherLeg.caller && leg.callee === otherLeg.callee
}
