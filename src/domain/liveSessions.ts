import type { AgentContext } from './agentContext.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { AgentSettings } from './settings.ts'
import { phaseOf } from './sessionState.ts'

export type LiveState = 'talking' | 'hold' | 'ringing' | 'dialing'
/** Of several live states the highest wins. */
export const ranks: Readonly<Record<LiveState, number>> = {
  talking: 4,
  hold: 3,
  ringing: 2,
  dialing: 1,
}

/** A live session of an agent, and what it makes of him. */
export interface Candidate {
  readonly session: Session
  readonly state: LiveState
  readonly isCaller: boolean
}

/** The live sessions of the agent, in the order in which they were first heard of. */
export function candidatesOf(agent: AgentSettings, context: AgentContext): readonly Candidate[] {
  const found: Candidate[] = []
  for (const extension of agent.extensions) {
    const live = context.activity(extension)?.live
    if (live === undefined) continue
    for (const id of live) {
      const session = context.session(id)
      if (session !== undefined) found.push(candidateOf(session, extension, context.roles))
    }
  }
  if (found.length < 2) return found
  return found.sort((one, other) => one.session.firstSeenAt - other.session.firstSeenAt)
}

/** The highest state of the agent's live sessions, without anything else of them; `undefined` when there is none. */
export function highestState(agent: AgentSettings, context: AgentContext): LiveState | undefined {
  let highest: LiveState | undefined
  for (const extension of agent.extensions) {
    const live = context.activity(extension)?.live
    if (live === undefined) continue
    for (const id of live) {
      const session = context.session(id)
      if (session === undefined) continue
      const state = liveStateOf(session, extension, context.roles)
      if (highest === undefined || ranks[state] > ranks[highest]) highest = state
    }
  }
  return highest
}

function candidateOf(session: Session, extension: string, roles: Roles): Candidate {
  const isCaller = currentLeg(session).callee !== extension
  return { session, isCaller, state: liveStateOf(session, extension, roles) }
}

function liveStateOf(session: Session, extension: string, roles: Roles): LiveState {
  const { callee } = currentLeg(session)
  const isCaller = callee !== extension
  if (isCaller && isMachine(callee, roles)) return 'dialing'
  switch (phaseOf(session.state)) {
    case 'hold':
      return 'hold'
    case 'talk':
      return 'talking'
    case 'setup':
    case 'over':
      return isCaller ? 'dialing' : 'ringing'
  }
}
