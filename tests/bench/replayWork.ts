import { midnights } from '../../src/commands/replayCalendar.ts'
import { replayedDays } from '../../src/commands/replayDays.ts'
import { reportOf } from '../../src/commands/replayReport.ts'
import { parseConfig } from '../../src/contract/config.ts'
import { settingsOf } from '../../src/contract/siteOf.ts'
import { createZone } from '../../src/domain/zone.ts'
import { steppedClock } from '../../src/emulator/clock.ts'
import { createExchange } from '../../src/emulator/exchange.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import { extensionsOf } from '../../src/emulator/roster.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { rosterOfRows } from '../../src/emulator/traffic/rowRoster.ts'

const timeZone = 'Asia/Jerusalem'

/** Replays `rows` as the command does, one team of everybody; tells the visits counted. */
export function replayWhole(rows: readonly TrafficRow[]): number {
  const { agents, queues } = rosterOfRows(rows)
  const { config } = parseConfig({
    site: { timeZone },
    pbx: { address: '192.0.2.10' },
    teams: [
      {
        id: 'bank',
        queues: queues.map(({ extension }) => extension),
        agents: agents.map(({ extension }) => ({ extensions: [extension] })),
      },
    ],
  })
  const settings = settingsOf(config!)
  let offered = 0
  for (const day of replayedDays(rows, settings)) offered += reportOf(day, settings).figures.offered
  return offered
}

/** The share of it that is not the wall's: the same calls on an exchange to which nobody listens. */
export function exchangeAlone(rows: readonly TrafficRow[]): void {
  const dayStart = midnights(createZone(timeZone))
  const clock = steppedClock(dayStart(rows[0]!.day))
  const extensions = extensionsOf(rosterOfRows(rows))
  const exchange = createExchange({ clock, extensions, random: seededRandom(7) })
  replayTraffic(rows, { dayStart, ringSeconds: 4 })(exchange)
  clock.advanceTo(Infinity)
}

/** One day `times` over: other callers, other agents and moments for every copy. */
export function multiplied(rows: readonly TrafficRow[], times: number): readonly TrafficRow[] {
  return Array.from({ length: times }, (_, copy) => copyOf(rows, copy)).flat()
}

function copyOf(rows: readonly TrafficRow[], copy: number): readonly TrafficRow[] {
  const shift = copy * 0.137
  const prefix = String(copy + 10)
  return rows.map((row) => ({
    ...row,
    callId: `${row.callId}-${copy}`,
    caller: row.caller === '' ? '' : `${row.caller}${prefix}`,
    arriveSeconds: row.arriveSeconds + shift,
    answerSeconds: row.answerSeconds === undefined ? undefined : row.answerSeconds + shift,
    endSeconds: row.endSeconds + shift,
    agent: row.agent === '' ? '' : `${prefix}${row.agent}`,
  }))
}
