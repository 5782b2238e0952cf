import { parseConfig } from '../contract/config.ts'
import type { Config, ConfigInput } from '../contract/config.ts'
import type { Roster } from '../emulator/types.ts'
import type { RunningDay } from './emulate.ts'

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

/** The config of a wall on the running emulator; `host` is the address that it listens at. */
export function demoConfig({ day, emulator }: RunningDay, host: string): Config {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const pbxHost = isEverywhere ? 'auto' : host
  const { config, problems } = parseConfig({
    ...day.site,
    pbx: {
      ...day.site.pbx,
      address: pbxHost,
      scriptUrl: `http://${pbxHost}:${emulator.ports.script}/WebphoneAPI`,
      httpApiUrl: `http://${isEverywhere ? '127.0.0.1' : host}:${emulator.ports.http}${emulator.httpPath}`,
    },
  })
  if (config !== undefined) return config
  throw new Error(`the emulated site's own config is wrong: ${JSON.stringify(problems)}`)
}
