import type { Config, ConfigInput } from '../contract/config.ts'
import type { Roster } from '../emulator/types.ts'

/** A config without the address of the PBX. */
export type SiteInput = (Omit<ConfigInput, 'pbx'> | Omit<Config, 'pbx'>) & {
  readonly pbx?: Partial<Config['pbx']>
}

/** How a wall shows teams of emulated people. */
export function siteOfTeams(teams: readonly Roster[], timeZone: string): SiteInput {
  const services = (teams[0]?.services ?? []).map(({ extension }) => extension)
  return {
    site: { name: 'Contoso', timeZone },
    pbx: { services },
    wrapUpSeconds: 15,
    teams: teams.map((team) => ({
      id: (team.queues[0]?.name ?? 'support').toLowerCase().replace(/\W+/g, '-'),
      name: team.queues[0]?.name ?? 'Support',
      queues: team.queues.map(({ extension }) => extension),
      agents: team.agents.map(({ extension, name }) => ({ name, extensions: [extension] })),
      thresholds: {
        waitingCalls: [2, 5],
        longestWaitNow: [60, 120],
        serviceLevel: [0.8, 0.6],
        abandonRate: [0.05, 0.1],
      },
    })),
  }
}
