import { settingsOf } from '../../../src/contract/siteOf.ts'
import { parseConfig } from '../../../src/contract/config.ts'
import type { ConfigInput } from '../../../src/contract/config.ts'
import type { CentreSettings } from '../../../src/domain/settings.ts'
import type { TrafficRow } from '../../../src/emulator/traffic/csv.ts'

/** The config of a small site: queue 5000 of two agents. */
export const smallConfig: ConfigInput = {
  site: { timeZone: 'Europe/Budapest' },
  pbx: { address: '192.0.2.10' },
  teams: [{ id: 'support', queues: ['5000'], extensions: ['1001', '1002'] }],
}

export function settingsFor(changes: Partial<ConfigInput> = {}): CentreSettings {
  const { config } = parseConfig({ ...smallConfig, ...changes })
  return settingsOf(config!)
}

/** A call that arrives 9 h after midnight, is answered by 1001 after 10 s, and talks for 50 s. */
export function row(changes: Partial<TrafficRow> = {}): TrafficRow {
  return {
    callId: 'c1',
    day: '2026-11-20',
    queue: '5000',
    caller: '+3615550123',
    arriveSeconds: 32_400,
    answerSeconds: 32_410,
    endSeconds: 32_460,
    agent: '1001',
    ...changes,
  }
}
