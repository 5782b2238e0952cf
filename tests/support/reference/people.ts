import type { ConnectionEvent } from '../../../src/domain/sessionEvent.ts'
import type { AgentSettings, CentreSettings, TeamSettings } from '../../../src/domain/settings.ts'

/** Who is who among the parties; DESIGN 2.2. */
export interface People {
  isQueue(id: string): boolean
  isService(id: string): boolean
  isPerson(id: string): boolean
  isOutside(id: string): boolean
  agentOf(extension: string): AgentSettings | undefined
  /** Each agent once, however many teams he is in. */
  readonly agents: readonly AgentSettings[]
}

export function readPeople(settings: CentreSettings, events: readonly ConnectionEvent[]): People {
  const { away, back } = settings.presence
  const services = [...settings.services, ...Object.keys(away), ...back]
  const queues = settings.teams.flatMap((team) => team.queues)
  const everyone = settings.teams.flatMap((team) => team.agents)
  const agents = everyone.filter(
    (agent, index) => everyone.findIndex(({ id }) => id === agent.id) === index,
  )
  const directories = events.flatMap((event) => (event.type === 'directory' ? [event] : []))
  const directory = directories[directories.length - 1]?.entries ?? []
  const extensions = [
    ...everyone.flatMap((agent) => agent.extensions),
    ...directory.map(({ extension }) => extension),
  ]
  const isQueue = (id: string): boolean => queues.includes(id)
  const isService = (id: string): boolean => !isQueue(id) && services.includes(id)
  const isPerson = (id: string): boolean =>
    !isQueue(id) && !isService(id) && extensions.includes(id)
  return {
    isQueue,
    isService,
    isPerson,
    isOutside: (id) => !isQueue(id) && !isService(id) && !isPerson(id),
    agentOf: (extension) => agents.find((agent) => agent.extensions.includes(extension)),
    agents,
  }
}

export function hasAgentAt(team: TeamSettings, extension: string): boolean {
  return team.agents.some((agent) => agent.extensions.includes(extension))
}
