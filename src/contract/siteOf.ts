import type { AgentSettings, CentreSettings, TeamSettings } from '../domain/settings.ts'
import type { Config } from './config.ts'

type TeamConfig = Config['teams'][number]

/** The team as the domain sees it: named agents first, then one agent for each extension of the ranges that is left. */
export function teamOf(team: TeamConfig): TeamSettings {
  const named: AgentSettings[] = team.agents.map(({ name, extensions }) => ({
    id: extensions[0] ?? '',
    name,
    extensions,
  }))
  const taken = new Set([...named.flatMap(({ extensions }) => extensions), ...team.queues])
  const rest = team.extensions.filter((extension) => !taken.has(extension))
  return {
    id: team.id,
    name: team.name ?? team.id,
    queues: team.queues,
    agents: [...named, ...rest.map(singleSeat)],
  }
}

/** An agent who has one extension and whose name the directory may tell. */
export function singleSeat(extension: string): AgentSettings {
  return { id: extension, name: '', extensions: [extension] }
}

type SiteConfig = Pick<Config, 'site' | 'teams' | 'serviceLevel' | 'wrapUpSeconds' | 'presence'> & {
  readonly pbx: Pick<Config['pbx'], 'services'>
}

/** What the domain needs of a config. `dayStartsAt` becomes minutes, seconds become ms. */
export function settingsOf(config: SiteConfig): CentreSettings {
  const [hours = 0, minutes = 0] = config.site.dayStartsAt.split(':').map(Number)
  return {
    timeZone: config.site.timeZone,
    dayStartsAtMinutes: hours * 60 + minutes,
    services: config.pbx.services,
    teams: config.teams.map(teamOf),
    serviceLevel: {
      answerWithinMs: config.serviceLevel.answerWithinSeconds * 1000,
      shortAbandonMs: config.serviceLevel.shortAbandonSeconds * 1000,
      formula: config.serviceLevel.formula,
    },
    wrapUpMs: config.wrapUpSeconds * 1000,
    presence: config.presence,
  }
}
