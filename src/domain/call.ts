import type { Party } from './agentState.ts'
import { isWithheld } from './party.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { Direction } from './sessionEvent.ts'

/** What a customer experiences: the sessions that belong together. Replaced, never mutated. */
export interface Call {
  /** The id of the session by which it was first heard of. */
  readonly id: string
  /** In the order in which they began, never empty. */
  readonly sessions: readonly [Session, ...Session[]]
  /** Whether a session changed its state after it was opened; popups wait for that. */
  readonly hasMoved: boolean
}

export function callOf(session: Session): Call {
  return { id: session.id, sessions: [session], hasMoved: false }
}

/** The PBX's lists know whole seconds only, so of what begins within this time nobody can tell the order by it, ms. */
export const sameBeginMs = 1_000

/**
 * The call with `session` put in the place of its former self, or in its place by the order of their starts; of two that
 * began at about the same time the master comes first.
 */
export function withSession(call: Call, session: Session, hasMoved = call.hasMoved): Call {
  const { id, sessions } = call
  if (sessions.length === 1 && sessions[0].id === session.id) {
    return { id, sessions: [session], hasMoved }
  }
  const next: [Session, ...Session[]] = [...sessions]
  const former = sessions.findIndex((other) => other.id === session.id)
  if (former >= 0) next[former] = session
  else next.splice(placeAmong(sessions, session), 0, session)
  return { id, sessions: next, hasMoved }
}

function placeAmong(sessions: readonly Session[], session: Session): number {
  const { id, masterId, openedAt } = session
  const isNear = (other: Session): boolean => Math.abs(other.openedAt - openedAt) < sameBeginMs
  const byStart = sessions.filter((other) => other.openedAt <= openedAt).length
  const follower = sessions.findIndex((other) => other.masterId === id && isNear(other))
  const master = sessions.findIndex((other) => other.id === masterId && isNear(other))
  return Math.max(master + 1, follower < 0 ? byStart : Math.min(byStart, follower))
}

/** The call without some of its sessions, `undefined` when none is left. */
export function withoutSessions(call: Call, leaving: readonly Session[]): Call | undefined {
  const gone = new Set(leaving.map(({ id }) => id))
  const [first, ...rest] = call.sessions.filter(({ id }) => !gone.has(id))
  return first && { ...call, sessions: [first, ...rest] }
}

export function newestSession(call: Call): Session {
  return call.sessions[call.sessions.length - 1] ?? call.sessions[0]
}

/** When the last session of the call ended, epoch ms; `undefined` while one is alive. */
export function callEndedAt(call: Call): number | undefined {
  let last = 0
  for (const session of call.sessions) {
    if (session.endedAt === undefined) return undefined
    last = Math.max(last, session.endedAt)
  }
  return last
}

/** The party of the session that is none of ours, the caller before the callee; `undefined` when there is none. */
export function outsideParty(session: Session, roles: Roles): string | undefined {
  const leg = currentLeg(session)
  if (roles.of(leg.caller) === 'outside') return leg.caller
  return roles.of(leg.callee) === 'outside' ? leg.callee : undefined
}

/** The direction of the call: that of its first session, as the PBX tells it or as its parties show. */
export function directionOf(call: Call, roles: Roles): Direction {
  const [first] = call.sessions
  if (first.direction !== undefined) return first.direction
  const leg = first.legs[0]
  const isFromOutside = roles.of(leg.caller) === 'outside'
  const isToOutside = roles.of(leg.callee) === 'outside'
  if (isFromOutside) return isToOutside ? 'external' : 'inbound'
  return isToOutside ? 'outbound' : 'internal'
}

/** The two people of a call: who began it, and whom it has reached. */
export function partiesOf(call: Call, roles: Roles): { caller: Party; callee: Party } {
  const [first] = call.sessions
  const newest = newestSession(call)
  const party = (id: string, name: string): Party => ({
    id: isWithheld(id) ? '' : id,
    name: name === id ? '' : name,
    isOutside: roles.of(id) === 'outside',
  })
  return {
    caller: party(first.legs[0].caller, first.callerName),
    callee: party(currentLeg(newest).callee, newest.calleeName),
  }
}
