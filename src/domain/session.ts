import type { Draft } from './draft.ts'
import { endLeg, newLeg, reached } from './leg.ts'
import type { Leg } from './leg.ts'
import { isHidden, mayBeSame } from './party.ts'
import type { Direction, SessionEvent, SessionFacts } from './sessionEvent.ts'
import { isFinal, phaseOf } from './sessionState.ts'
import type { SessionState } from './sessionState.ts'

/** One PBX session as this wall saw it. Replaced, never mutated; times are epoch ms on the wall's clock. */
export interface Session {
  readonly id: string
  readonly masterId: string
  readonly state: SessionState
  readonly stateSince: number
  /** Since when nobody answered / they talk / one is held; `undefined` when it was so before we looked. */
  readonly phaseSince: number | undefined
  readonly callerName: string
  readonly calleeName: string
  readonly dialed: string
  readonly direction: Direction | undefined
  /** Begin of the session: as seen, or as the PBX told for one that was found alive. */
  readonly openedAt: number
  readonly firstSeenAt: number
  /** Found alive by a snapshot instead of being seen from its start. */
  readonly isFromSnapshot: boolean
  /** Found alive by this very wall, whatever others have told of its begin since; such calls are not announced. */
  readonly isFoundHere: boolean
  /** Whether `openedAt` is the true begin. */
  readonly isStartKnown: boolean
  readonly endedAt: number | undefined
  /** Nobody knows how it ended. */
  readonly isLost: boolean
  /** `false` when it has ended and `endedAt` is not the true end. */
  readonly isEndSeen: boolean
  /** Oldest first, never empty. */
  readonly legs: readonly [Leg, ...Leg[]]
}

const longestCredibleMs = 12 * 3_600_000

/** The session as first heard of by an event; `isFoundHere`: told again, of one that this wall itself found alive. */
export function sessionFromEvent(event: SessionEvent, isFoundHere = false): Session {
  return newSession(event.session, event.at, event.at, {
    isFromSnapshot: false,
    isFoundHere,
    isStartKnown: true,
  })
}

/**
 * The session as found alive at `at`. Its start time is believed if it is not in the future and less than 12 h ago
 * (DESIGN 3.1). `isFoundHere`: whether it was this wall that looked.
 */
export function sessionFromSnapshot(facts: SessionFacts, at: number, isFoundHere = true): Session {
  const told = facts.startedAt
  const isStartKnown = told !== undefined && told <= at && at - told < longestCredibleMs
  return newSession(facts, isStartKnown ? told : at, at, {
    isFromSnapshot: true,
    isFoundHere,
    isStartKnown,
  })
}

function newSession(
  facts: SessionFacts,
  openedAt: number,
  at: number,
  origin: Pick<Session, 'isFromSnapshot' | 'isFoundHere' | 'isStartKnown'>,
): Session {
  const state = facts.state ?? 'Created'
  const leg = newLeg(facts.caller, facts.callee, openedAt)
  return {
    id: facts.id,
    masterId: facts.masterId,
    state,
    stateSince: at,
    phaseSince: origin.isStartKnown ? openedAt : undefined,
    callerName: facts.callerName,
    calleeName: facts.calleeName,
    dialed: facts.dialed,
    direction: facts.direction,
    openedAt,
    firstSeenAt: at,
    isFromSnapshot: origin.isFromSnapshot,
    isFoundHere: origin.isFoundHere,
    isStartKnown: origin.isStartKnown,
    endedAt: isFinal(state) ? at : undefined,
    isLost: false,
    isEndSeen: true,
    legs: [reached(leg, state, openedAt, !origin.isFromSnapshot)],
  }
}

/** The leg that is going on, or was when the session ended. */
export function currentLeg(session: Session): Leg {
  return session.legs[session.legs.length - 1] ?? session.legs[0]
}

/** Whether the two are of the same two parties as they are now. */
export function hasSameParties(one: Session, other: Session): boolean {
  const leg = currentLeg(one)
  const otherLeg = currentLeg(other)
  return leg.caller === otherLeg.caller && leg.callee === otherLeg.callee
}

/**
 * The session after `event`, or the same session when the event tells nothing new: it is over, the state is unknown,
 * or a word from before the answer comes late. `isSeen`: told when it happened, not found by a snapshot.
 */
export function applySessionEvent(session: Session, event: SessionEvent, isSeen = true): Session {
  if (session.endedAt !== undefined) return session
  const { at, session: facts } = event
  const moved = withParties(session, facts, at)
  const told = facts.state ?? moved.state
  const state = event.type === 'closed' && !isFinal(told) ? 'Ended' : told
  return withState(withNames(moved, facts), state, at, isSeen)
}

/** The session ended at `at`, unseen: nobody knows how. */
export function loseSession(session: Session, at: number): Session {
  if (session.endedAt !== undefined) return session
  const lost = withLastLeg(session, endLeg(currentLeg(session), at))
  return {
    ...lost,
    state: 'Ended',
    stateSince: at,
    phaseSince: at,
    endedAt: at,
    isLost: true,
    isEndSeen: false,
  }
}

function withParties(session: Session, facts: SessionFacts, at: number): Session {
  const leg = currentLeg(session)
  const caller = partyAfter(leg.caller, facts.caller)
  const callee = partyAfter(leg.callee, facts.callee)
  if (caller === leg.caller && callee === leg.callee) return session
  const isKnown = leg.callee !== '' && leg.caller !== ''
  if (!isKnown || (mayBeSame(caller, leg.caller) && mayBeSame(callee, leg.callee)))
    return withLastLeg(session, { ...leg, caller, callee })
  const { legs } = withLastLeg(session, endLeg(leg, at))
  return { ...session, legs: [...legs, newLeg(caller, callee, at)] }
}

/** Of a number that is told once whole and once in part the whole one stays. */
function partyAfter(known: string, told: string): string {
  return told === '' || (isHidden(told) && mayBeSame(known, told)) ? known : told
}

function withLastLeg(session: Session, leg: Leg): Session {
  return { ...session, legs: lastReplaced(session.legs, leg) }
}

function lastReplaced(legs: Session['legs'], leg: Leg): Session['legs'] {
  if (legs.length === 1) return [leg]
  const replaced: [Leg, ...Leg[]] = [...legs]
  replaced[legs.length - 1] = leg
  return replaced
}

function withNames(session: Session, facts: SessionFacts): Session {
  const callerName = facts.callerName === '' ? session.callerName : facts.callerName
  const calleeName = facts.calleeName === '' ? session.calleeName : facts.calleeName
  const masterId = facts.masterId === '' ? session.masterId : facts.masterId
  const dialed = facts.dialed === '' ? session.dialed : facts.dialed
  const isSame =
    callerName === session.callerName &&
    calleeName === session.calleeName &&
    masterId === session.masterId &&
    dialed === session.dialed
  return isSame ? session : { ...session, callerName, calleeName, masterId, dialed }
}

function withState(session: Session, state: SessionState, at: number, isSeen: boolean): Session {
  const leg = currentLeg(session)
  const isLate = phaseOf(state) === 'setup' && leg.answeredAt !== undefined
  if (isLate) return session
  const nextLeg = reached(leg, state, at, isSeen)
  if (state === session.state && nextLeg === leg) return session
  const next = draftOf(session)
  next.state = state
  next.endedAt = isFinal(state) ? at : undefined
  next.isEndSeen = isSeen || !isFinal(state)
  if (nextLeg !== leg) next.legs = lastReplaced(session.legs, nextLeg)
  if (state !== session.state) next.stateSince = at
  const isSamePhase = phaseOf(state) === phaseOf(session.state)
  if (!isSamePhase || leg.since === at) next.phaseSince = at
  return next
}

function draftOf(session: Session): Draft<Session> {
  return {
    id: session.id,
    masterId: session.masterId,
    state: session.state,
    stateSince: session.stateSince,
    phaseSince: session.phaseSince,
    callerName: session.callerName,
    calleeName: session.calleeName,
    dialed: session.dialed,
    direction: session.direction,
    openedAt: session.openedAt,
    firstSeenAt: session.firstSeenAt,
    isFromSnapshot: session.isFromSnapshot,
    isFoundHere: session.isFoundHere,
    isStartKnown: session.isStartKnown,
    endedAt: session.endedAt,
    isLost: session.isLost,
    isEndSeen: session.isEndSeen,
    legs: session.legs,
  }
}
