import type { AgentContext } from './agentContext.ts'
import type { AgentState, AgentStatus, Party } from './agentState.ts'
import { directionOf, outsideParty } from './call.ts'
import { idleState } from './idleState.ts'
import type { StateFacts } from './idleState.ts'
import { candidatesOf, highestState, ranks } from './liveSessions.ts'
import type { Candidate } from './liveSessions.ts'
import { isWithheld } from './party.ts'
import { currentLeg } from './session.ts'
import type { AgentSettings } from './settings.ts'

/** The agent's state at the moment until which anything is known; DESIGN 2.5. */
export function readAgent(agent: AgentSettings, context: AgentContext): AgentStatus {
  const candidates = context.sight.isLongLost() ? none : candidatesOf(agent, context)
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (best === undefined || ranks[candidate.state] >= ranks[best.state]) best = candidate
  }
  const facts =
    best === undefined ? idleState(agent, context) : busyState(best, candidates, context)
  const { id, name, extensions } = agent
  return { id, name: name === '' ? context.directory.nameOf(id) : name, extensions, ...facts }
}

/** The state alone, as `readAgent` tells it: it is counted much oftener than it is shown. */
export function readAgentState(agent: AgentSettings, context: AgentContext): AgentState {
  const live = context.sight.isLongLost() ? undefined : highestState(agent, context)
  return live ?? idleState(agent, context).state
}

const none: readonly Candidate[] = []

function busyState(
  best: Candidate,
  candidates: readonly Candidate[],
  context: AgentContext,
): StateFacts {
  const { session, state, isCaller } = best
  const leg = currentLeg(session)
  const call = context.callOfSession(session.id)
  const isOutside = (candidate: Candidate): boolean =>
    context.roles.of(otherIdOf(candidate, context)) === 'outside'
  const isWaiting = state === 'dialing' || state === 'ringing'
  return {
    state,
    since: isWaiting && session.isStartKnown ? leg.since : session.phaseSince,
    other: otherParty(
      otherIdOf(best, context),
      isCaller ? session.calleeName : session.callerName,
      context,
    ),
    direction: call === undefined ? undefined : directionOf(call, context.roles),
    isInternal: !candidates.some(isOutside),
    until: undefined,
    reason: '',
  }
}

/** Who is at the other end: behind a queue or a service that rings the agent, the outside party of the Call. */
function otherIdOf({ session, isCaller }: Candidate, context: AgentContext): string {
  const leg = currentLeg(session)
  const id = isCaller ? leg.callee : leg.caller
  const role = context.roles.of(id)
  if (isCaller || role === 'outside' || role === 'person') return id
  const first = context.callOfSession(session.id)?.sessions[0]
  return (first && outsideParty(first, context.roles)) ?? id
}

function otherParty(id: string, told: string, context: AgentContext): Party {
  const isOutside = context.roles.of(id) === 'outside'
  const known = isOutside ? '' : context.directory.nameOf(id)
  const name = known === '' ? told : known
  return { id: isWithheld(id) ? '' : id, name: name === id ? '' : name, isOutside }
}

/** Whether two readings of one agent show the same, so that a tile need not change. */
export function isSameStatus(one: AgentStatus, other: AgentStatus): boolean {
  return (
    one.state === other.state &&
    one.since === other.since &&
    one.name === other.name &&
    one.until === other.until &&
    one.reason === other.reason &&
    one.direction === other.direction &&
    one.isInternal === other.isInternal &&
    isSameParty(one.other, other.other)
  )
}

function isSameParty(one: Party | undefined, other: Party | undefined): boolean {
  return one === other || (one?.id === other?.id && one?.name === other?.name)
}
