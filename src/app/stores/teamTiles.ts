import type { AgentState, AgentStatus } from '../../domain/agentState.ts'

const worstFirst: readonly AgentState[] = [
  'hold',
  'ringing',
  'talking',
  'dialing',
  'wrapup',
  'available',
  'away',
  'unknown',
  'offline',
  'notSeen',
]

/** Puts agents in the order of their tiles. */
export type AgentSorter = (
  agents: readonly AgentStatus[],
  by: 'state' | 'name',
) => readonly AgentStatus[]

/**
 * Sorts by state, the longest in it first; or by name, as `locale` does. To compare names is dear, so they are compared
 * only when one of them has changed.
 */
export function createAgentSorter(locale: string): AgentSorter {
  const collator = new Intl.Collator(locale, { numeric: true })
  let ranks = new Map<string, { readonly name: string; readonly rank: number }>()

  const learn = (agents: readonly AgentStatus[]): void => {
    const isKnown = agents.every((agent) => ranks.get(agent.id)?.name === nameOf(agent))
    if (isKnown) return
    const byName = [...agents].sort((one, other) => collator.compare(nameOf(one), nameOf(other)))
    ranks = new Map(byName.map((agent, rank) => [agent.id, { name: nameOf(agent), rank }]))
  }
  const rankOf = ({ id }: AgentStatus): number => ranks.get(id)?.rank ?? 0

  return (agents, by) => {
    learn(agents)
    return [...agents].sort((one, other) => {
      const inState = by === 'state' ? compareStates(one, other) : 0
      return inState !== 0 ? inState : rankOf(one) - rankOf(other)
    })
  }
}

function nameOf({ name, id }: AgentStatus): string {
  return name === '' ? id : name
}

function compareStates(one: AgentStatus, other: AgentStatus): number {
  const rank = worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state)
  if (rank !== 0 || one.since === other.since) return rank
  return (one.since ?? Infinity) - (other.since ?? Infinity)
}
