import { outsideParty } from './call.ts'
import type { Call } from './call.ts'
import { isHidden, isWithheld } from './party.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { SessionState } from './sessionState.ts'

/** How far a hand-over and the session that follows it may lie apart, ms; DESIGN 2.3. */
export const handOverMs = 3_000
const parallelMs = 1_000

const handOvers: readonly SessionState[] = [
  'TransferRequested',
  'Transferring',
  'TransferCompleted',
  'Redirected',
  'Ended',
]

/** Whether the session is being handed over, or ended in a way that another session may follow. */
export function isHandOver(session: Session, roles: Roles): boolean {
  if (handOvers.includes(session.state)) return true
  return session.state === 'CalleeHungUp' && roles.of(currentLeg(session).callee) === 'queue'
}

/** The outside party of the session; `undefined` for none, or for one that is known in part, as many others may be. */
function identityOf(session: Session, roles: Roles): string | undefined {
  const outside = outsideParty(session, roles)
  return outside === undefined || isHidden(outside) ? undefined : outside
}

/** Whether the session waits in a queue for somebody who has not answered elsewhere in its call. */
function waitsInQueue(session: Session, call: Call, roles: Roles): boolean {
  const isAlive = session.endedAt === undefined
  if (!isAlive || roles.of(currentLeg(session).callee) !== 'queue') return false
  return !call.sessions.some(({ legs }) =>
    legs.some(
      ({ callee, since, answeredAt }) =>
        roles.of(callee) === 'person' && answeredAt !== undefined && since >= session.openedAt,
    ),
  )
}

/** A call that a new session may continue, and the session of it that hands over. */
export interface Candidate {
  readonly call: Call
  readonly from: Session
}

/**
 * The call that `session`, which names no known master, continues: one with the same outside party that is being
 * handed over within 3 s of the session's start or waits in a queue, newest first; for a withheld number only if there
 * is exactly one.
 */
export function findPredecessor(
  session: Session,
  calls: Iterable<Call>,
  roles: Roles,
  isUsed: (sessionId: string) => boolean,
): Candidate | undefined {
  const outside = identityOf(session, roles)
  if (outside === undefined) return undefined
  const { caller, callee } = currentLeg(session)
  // Whoever reaches a queue or the IVR while another session of his number waits is a second caller of that number.
  const mayBeServed = caller === outside && !isMachine(callee, roles)
  const mayFollow = (from: Session, call: Call): boolean => {
    if (from.id === session.id || outsideParty(from, roles) !== outside) return false
    if (mayBeServed && waitsInQueue(from, call, roles)) return true
    const isNear = Math.abs(from.stateSince - session.openedAt) <= handOverMs
    return isNear && isHandOver(from, roles) && !isUsed(from.id)
  }
  const candidates: Candidate[] = []
  for (const call of calls) {
    for (const from of call.sessions) if (mayFollow(from, call)) candidates.push({ call, from })
  }
  candidates.sort((one, other) => other.from.stateSince - one.from.stateSince)
  const isAmbiguous = isWithheld(outside) && new Set(candidates.map(({ call }) => call.id)).size > 1
  return isAmbiguous ? undefined : candidates[0]
}

/** Sessions that were filed elsewhere before it was known what they continue. */
export interface Follower {
  readonly call: Call
  /** Those of the call that are with the outside party: all of it, or the end of an attended transfer. */
  readonly sessions: readonly [Session, ...Session[]]
}

/**
 * What began within 3 s before `from`, a session of the call `own`, was handed over, and is its continuation: a call of
 * the same outside party, or the end of a consultation into which the outside party was brought; for a withheld number
 * only if there is exactly one.
 */
export function findFollower(
  from: Session,
  own: Call,
  calls: Iterable<Call>,
  roles: Roles,
): Follower | undefined {
  const outside = identityOf(from, roles)
  if (outside === undefined) return undefined
  const found: Follower[] = []
  for (const call of calls) {
    if (call.id === own.id) continue
    const [first, ...rest] = call.sessions.filter((other) => outsideParty(other, roles) === outside)
    if (first !== undefined && mayFollow(first, from, roles)) {
      found.push({ call, sessions: [first, ...rest] })
    }
  }
  return isWithheld(outside) && found.length > 1 ? undefined : found[0]
}

function mayFollow(first: Session, from: Session, roles: Roles): boolean {
  const gap = from.stateSince - first.openedAt
  if (gap < 0 || gap > handOverMs || first.openedAt <= from.openedAt) return false
  const { caller, callee } = first.legs[0]
  // Of callers without a number, one who reaches a queue is more likely new than handed over by another queue.
  const isNewCaller = isWithheld(caller) && roles.of(callee) === 'queue'
  return !isNewCaller || roles.of(currentLeg(from).callee) === 'service'
}

/**
 * The call whose first session rings people for the same outside caller at the same time (a ring group in parallel
 * sessions); for a withheld number only if there is exactly one.
 */
export function findParallel(
  session: Session,
  calls: Iterable<Call>,
  roles: Roles,
): Call | undefined {
  const { caller, callee } = session.legs[0]
  if (roles.of(caller) !== 'outside' || roles.of(callee) !== 'person') return undefined
  if (isHidden(caller)) return undefined
  const found: Call[] = []
  for (const call of calls) {
    const [first] = call.sessions
    const leg = first.legs[0]
    const isTogether = Math.abs(first.openedAt - session.openedAt) <= parallelMs
    const isAlike = leg.caller === caller && roles.of(leg.callee) === 'person'
    if (isTogether && isAlike && first.id !== session.id) found.push(call)
  }
  return isWithheld(caller) && found.length > 1 ? undefined : found[0]
}
