import { outsideParty } from './call.ts'
import type { Call } from './call.ts'
import { isWithheld } from './party.ts'
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

function waitsInQueue(session: Session, roles: Roles): boolean {
  return session.endedAt === undefined && roles.of(currentLeg(session).callee) === 'queue'
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
  const outside = outsideParty(session, roles)
  if (outside === undefined) return undefined
  const { caller, callee } = currentLeg(session)
  // Whoever reaches a queue while another session of his number waits is a second caller of that number.
  const mayBeServed = caller === outside && roles.of(callee) !== 'queue'
  const mayFollow = (from: Session): boolean => {
    if (from.id === session.id || outsideParty(from, roles) !== outside) return false
    if (mayBeServed && waitsInQueue(from, roles)) return true
    const isNear = Math.abs(from.stateSince - session.openedAt) <= handOverMs
    return isNear && isHandOver(from, roles) && !isUsed(from.id)
  }
  const candidates: Candidate[] = []
  for (const call of calls) {
    for (const from of call.sessions) if (mayFollow(from)) candidates.push({ call, from })
  }
  candidates.sort((one, other) => other.from.stateSince - one.from.stateSince)
  const isAmbiguous = isWithheld(outside) && new Set(candidates.map(({ call }) => call.id)).size > 1
  return isAmbiguous ? undefined : candidates[0]
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
