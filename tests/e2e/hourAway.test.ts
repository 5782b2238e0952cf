import { expect, test } from 'vitest'
import { parseConfig } from '../../src/contract/config.ts'
import { settingsOf } from '../../src/contract/siteOf.ts'
import { createZone } from '../../src/domain/zone.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import { demoRoster } from '../../src/emulator/roster.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { compareShown } from '../support/faults/compareShown.ts'
import type { ComparedFigure } from '../support/faults/compareShown.ts'
import { judgeFigure } from '../support/faults/judgeFigure.ts'
import { referenceCentre } from '../support/faults/referenceCentre.ts'
import { readFigures, readState } from '../support/faults/wallReading.ts'
import { hideEverything } from '../support/hideEverything.ts'
import { startWallStage } from '../support/wallStage.ts'

const timeZone = 'Europe/Budapest'
const zone = createZone(timeZone)
const midnight = zone.dayStart(Date.parse('2026-11-23T12:00:00Z'), 0)
const at = (hours: number, minutes: number): number => midnight + (hours * 60 + minutes) * 60_000
const start = at(9, 55)

/** What the PBX's history does not tell. */
const unknowable = ['abandoned', 'averageSpeedOfAnswer', 'averageHandleTime', 'longestWaitToday']

/** Calls to two queues; each agent has one at a time, every fourth caller gives up, none of them soon. */
function rowsOf(): readonly TrafficRow[] {
  const random = seededRandom(31)
  const between = (least: number, most: number): number =>
    Math.floor(least + random() * (most - least))
  const secondsOf = (when: number): number => (when - midnight) / 1000
  const rows: TrafficRow[] = []
  for (let agent = 1001; agent <= 1006; agent++) {
    for (
      let arriveSeconds = secondsOf(start) + between(5, 200);
      arriveSeconds < secondsOf(at(11, 12));
    ) {
      const gaveUp = between(0, 4) === 0
      const answerSeconds = arriveSeconds + between(8, 50)
      const endSeconds = gaveUp ? answerSeconds : answerSeconds + between(30, 150)
      rows.push({
        ...{ callId: String(rows.length), day: '', queue: agent % 2 === 0 ? '5000' : '5001' },
        ...{ caller: `+361${between(1_000_000, 9_999_999)}`, arriveSeconds, endSeconds },
        ...(gaveUp
          ? { answerSeconds: undefined, agent: '' }
          : { answerSeconds, agent: String(agent) }),
      })
      arriveSeconds = endSeconds + between(20, 250)
    }
  }
  return rows
}

test(
  'after an hour without the PBX the volume chart is whole, and what nobody can know of it is marked',
  { timeout: 200_000 },
  async () => {
    const roster = demoRoster(6)
    const config = {
      site: { timeZone, dayStartsAt: '09:30' },
      presence: { notSeen: false },
      teams: [
        {
          id: 'bank',
          queues: roster.queues.map(({ extension }) => extension),
          extensions: roster.agents.map(({ extension }) => extension),
        },
      ],
    }
    const rows = rowsOf()
    const traffic = replayTraffic(rows, { dayStart: () => midnight, ringSeconds: 4 })
    const stage = await startWallStage({
      ...{ roster, timeZone, start, config, traffic, hasEvents: true },
    })
    try {
      const parsed = parseConfig({ ...config, pbx: { address: '127.0.0.1' } })
      if (parsed.config === undefined) throw new Error(JSON.stringify(parsed.problems))
      const reference = referenceCentre(stage.exchange, settingsOf(parsed.config)).centre
      const page = await stage.open('/team/bank/charts')
      await hideEverything(page)
      const stepTo = async (until: number, stepMs: number): Promise<void> => {
        for (let step = 1; stage.clock.now() < until; step++) {
          await stage.stepTo(Math.min(stage.clock.now() + stepMs, until))
          // A page that draws nothing for long is taken for stuck.
          if (step % 3 === 0) await stage.draw()
        }
      }
      const shown = async (): Promise<readonly ComparedFigure[]> => {
        await stage.draw()
        const toIso = (when: number): string => zone.toIso(when)
        return compareShown({ reference, clock: stage.clock, toIso }, await readFigures(page))
      }
      await stepTo(at(10, 3), 6_000)
      await stage.faults.begin({ name: 'restart', keepsSessions: true })
      await stepTo(at(11, 3), 15_000)
      expect((await readState(page)).isLive).toBe(false)
      await stage.faults.end('restart')
      await stepTo(at(11, 8), 6_000)
      expect((await readState(page)).isLive).toBe(true)
      const figures = await shown()
      expect(figures.flatMap((figure) => judgeFigure('calls', figure))).toEqual([])
      const ofTheHour = figures.filter(({ name }) => unknowable.includes(name))
      expect(new Set(ofTheHour.map(({ name }) => name))).toEqual(new Set(unknowable))
      expect(ofTheHour.filter(({ isPartial }) => !isPartial)).toEqual([])
    } finally {
      await stage.stop()
    }
  },
)
