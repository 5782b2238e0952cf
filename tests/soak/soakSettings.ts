import { parseConfig } from '../../src/contract/config.ts'
import { settingsOf } from '../../src/contract/siteOf.ts'
import { agentName } from '../../src/emulator/agentNames.ts'
import { siteEquipment } from '../../src/emulator/roster.ts'
import type { Roster } from '../../src/emulator/types.ts'
import type { CentreSettings } from '../../src/domain/settings.ts'
import type { WallStageOptions } from '../support/wallStage.ts'
import { soakQueues } from './calls.ts'
import { answerWithinMs } from './truth.ts'

/** Who works in the centre of a soak. */
export function soakRoster(agents: number): Roster {
  return {
    agents: Array.from({ length: agents }, (_, index) => ({
      extension: String(1001 + index),
      name: agentName(index),
    })),
    queues: soakQueues.map((extension) => ({ extension, name: `Queue ${extension}` })),
    ...siteEquipment,
  }
}

/** One team of all of them; abandoned is abandoned, however short the wait was. */
export function soakConfig(
  { agents, queues }: Roster,
  timeZone: string,
  pollSeconds = 5,
): WallStageOptions['config'] {
  return {
    site: { timeZone },
    pbx: { pollSeconds },
    serviceLevel: { answerWithinSeconds: answerWithinMs / 1000, shortAbandonSeconds: 0 },
    wrapUpSeconds: 10,
    teams: [
      {
        id: 'soak',
        queues: queues.map(({ extension }) => extension),
        agents: agents.map(({ extension, name }) => ({ name, extensions: [extension] })),
      },
    ],
  }
}

export function soakSettings(roster: Roster, timeZone: string): CentreSettings {
  const { config, problems } = parseConfig({
    ...soakConfig(roster, timeZone),
    pbx: { address: '192.0.2.10' },
  })
  if (config === undefined) throw new Error(JSON.stringify(problems))
  return settingsOf(config)
}
