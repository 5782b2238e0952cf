import { isSameStatus, readAgent } from './agent.ts'
import type { AgentContext } from './agent.ts'
import type { AgentStatus } from './agentState.ts'
import type { AgentSettings } from './settings.ts'

/**
 * Reads agents anew only when `version` has changed, and hands out the same object for the same state, so that a tile
 * need not change.
 */
export function createAgentReader(
  context: AgentContext,
  version: () => number,
): (agent: AgentSettings) => AgentStatus {
  const known = new WeakMap<AgentSettings, { version: number; status: AgentStatus }>()
  return (agent) => {
    const former = known.get(agent)
    if (former?.version === version()) return former.status
    const fresh = readAgent(agent, context)
    const status = former && isSameStatus(former.status, fresh) ? former.status : fresh
    known.set(agent, { version: version(), status })
    return status
  }
}
