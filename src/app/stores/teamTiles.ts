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

/** The agents in the order of their tiles: by state, the longest in it first; or by name. */
export function sortAgents(
  agents: readonly AgentStatus[],
  by: 'state' | 'name',
  locale: string,
): readonly AgentStatus[] {
  const names = new Intl.Collator(locale, { numeric: true })
  const nameOf = ({ name, id }: AgentStatus): string => (name === '' ? id : name)
  return [...agents].sort((one, other) => {
    const rank = worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state)
    const since = (one.since ?? Infinity) - (other.since ?? Infinity)
    const inState = rank !== 0 ? rank : since
    const first = by === 'state' && !Number.isNaN(inState) ? inState : 0
    return first !== 0 ? first : names.compare(nameOf(one), nameOf(other))
  })
}
