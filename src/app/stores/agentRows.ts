import type { AgentStatus } from '../../domain/agentState.ts'
import type { FigureReader } from '../../domain/figures.ts'
import type { AgentRow } from '../components/views.ts'

/** What each agent did today, in the order of the agents. */
export function agentRowsOf(
  reader: Pick<FigureReader, 'agentFigures'>,
  agents: readonly AgentStatus[],
): readonly AgentRow[] {
  return agents.map(({ id, name, extensions }) => ({
    id,
    name: name === '' ? id : name,
    ...reader.agentFigures(extensions),
  }))
}
