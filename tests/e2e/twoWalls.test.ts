import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { createZone } from '../../src/domain/zone.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import { demoRoster } from '../../src/emulator/roster.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { cutCable, layCable, mendCable } from '../support/cable.ts'
import { readFigures, readState } from '../support/faults/wallReading.ts'
import { hideEverything } from '../support/hideEverything.ts'
import type { ShownFigure } from '../support/faults/wallReading.ts'
import { startWallStage } from '../support/wallStage.ts'

const timeZone = 'Europe/Budapest'
const midnight = createZone(timeZone).dayStart(Date.parse('2026-11-23T12:00:00Z'), 0)
/** 09:00. */
const start = midnight + 9 * 3_600_000
const route = '/team/bank/charts'
/** In one step a wall must not lack a sign of life that was there, ms. */
const longestStepMs = 3_000

/** Calls to two queues, a new one every few seconds; each agent has one at a time, and every fourth caller gives up. */
function rowsOf(seconds: number): readonly TrafficRow[] {
  const random = seededRandom(29)
  const between = (least: number, most: number): number =>
    Math.floor(least + random() * (most - least))
  const rows: TrafficRow[] = []
  for (let agent = 1001; agent <= 1006; agent++) {
    for (let arriveSeconds = between(2, 30); arriveSeconds < seconds;) {
      const gaveUp = between(0, 4) === 0
      const answerSeconds = arriveSeconds + (between(1, 5) * 8 + between(0, 4))
      const endSeconds = gaveUp ? answerSeconds : answerSeconds + between(10, 60)
      rows.push({
        ...{ callId: String(rows.length), day: '', queue: agent % 2 === 0 ? '5000' : '5001' },
        ...{ caller: `+361555${String(rows.length).padStart(4, '0')}`, arriveSeconds, endSeconds },
        ...(gaveUp
          ? { answerSeconds: undefined, agent: '' }
          : { answerSeconds, agent: String(agent) }),
      })
      arriveSeconds = endSeconds + between(5, 30)
    }
  }
  return rows
}

/** Where two walls differ by more than the 0.1 s that their clocks may be apart. */
async function differences(one: Page, other: Page): Promise<readonly string[]> {
  const [here, there] = [await readFigures(one), await readFigures(other)]
  expect(here.length).toBeGreaterThan(100)
  expect(here.map(nameOf)).toEqual(there.map(nameOf))
  return here.flatMap((figure, place) => {
    const beside = there[place]
    if (beside === undefined || isAlike(figure, beside)) return []
    return [`${nameOf(figure)}: ${textOf(figure)}, ${textOf(beside)}`]
  })
}

function isAlike(one: ShownFigure, other: ShownFigure): boolean {
  if (one.isPartial !== other.isPartial) return false
  if (one.value === undefined || other.value === undefined) return one.value === other.value
  return Math.abs(one.value - other.value) < (one.name.endsWith('EndedAt') ? 100 : 0.1)
}

const nameOf = ({ scope, name }: ShownFigure): string => `${scope} ${name}`
const textOf = ({ value, isPartial }: ShownFigure): string =>
  `${String(value)}${isPartial ? ' partial' : ''}`
const isLive = (page: Page): Promise<boolean> => readState(page).then((state) => state.isLive)

test(
  'two walls that lived through different faults show the same figures ten seconds after the last',
  { timeout: 200_000 },
  async () => {
    const rows = rowsOf(330)
    const roster = demoRoster(6)
    const stage = await startWallStage({
      ...{ roster, timeZone, start, hasEvents: true },
      traffic: replayTraffic(rows, { dayStart: () => start, ringSeconds: 4 }),
      onPage: (page) => void page.addInitScript(layCable),
      config: {
        wrapUpSeconds: 5,
        teams: [
          {
            id: 'bank',
            queues: roster.queues.map(({ extension }) => extension),
            extensions: roster.agents.map(({ extension }) => extension),
          },
        ],
      },
    })
    try {
      const [one, other] = [await stage.open(route), await stage.open(route)]
      await Promise.all([hideEverything(one), hideEverything(other)])
      const stepTo = async (second: number): Promise<void> => {
        const until = start + second * 1000
        while (stage.clock.now() < until)
          await stage.stepTo(Math.min(stage.clock.now() + longestStepMs, until))
      }
      const cutFor = async (page: Page, from: number, to: number): Promise<void> => {
        await stepTo(from)
        await cutCable(page)
        await stepTo(to)
        await mendCable(page)
      }
      await cutFor(one, 50, 110)
      await cutFor(other, 130, 190)
      await stepTo(220)
      await stage.faults.begin({ name: 'drop' })
      await stage.faults.end('drop')
      await stepTo(235)
      await stage.reload(other)
      await hideEverything(other)
      await cutFor(one, 250, 300)
      await stepTo(310)
      await stage.draw()
      expect([await isLive(one), await isLive(other)]).toEqual([true, true])
      expect(await differences(one, other)).toEqual([])
      const figures = new Map((await readFigures(one)).map((each) => [nameOf(each), each.value]))
      const arrived = rows.filter(({ arriveSeconds }) => arriveSeconds <= 310).length
      expect(figures.get('team:bank offered')).toBe(arrived)
      expect(figures.get('team:bank flowedOut')).toBe(0)
    } finally {
      await stage.stop()
    }
  },
)
