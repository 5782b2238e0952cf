import { expect, test } from 'vitest'
import { createZone } from '../../src/domain/zone.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { rosterOfRows } from '../../src/emulator/traffic/rowRoster.ts'
import { hideEverything } from '../support/hideEverything.ts'
import { hasOctober, octoberRows, queueOfType, truthOf } from '../support/october.ts'
import { createComparison, namesOfAll, namesOfType } from '../support/octoberComparison.ts'
import type { FoundFigures } from '../support/octoberComparison.ts'
import { startWallStage } from '../support/wallStage.ts'

/** A short day, for the gate's sake, whose last call ends before midnight: its figures are whole while it is today. */
const date = '1999-10-02'
const timeZone = 'Asia/Jerusalem'
const ringSeconds = 4
const lastSecond = 86_399
/** A token is renewed at a moment of chance, and what begins in that very second is found instead of heard. */
const tokenLifetimeSeconds = 300 * 86_400

if (!hasOctober) {
  test('the records of the real call centre are not on this machine: the real day was not run', () => {
    expect(hasOctober).toBe(false)
  })
}

test.runIf(hasOctober)(
  'a real day in a real browser: every figure of the day equals the truth, and tiles talk when agents did',
  { timeout: 600_000 },
  async () => {
    const rows = octoberRows(date)
    const midnight = createZone(timeZone).dayStart(Date.parse(`${date}T12:00:00Z`), 0)
    const roster = rosterOfRows(rows)
    const stage = await startWallStage({
      roster,
      timeZone,
      start: midnight - 60_000,
      traffic: replayTraffic(rows, { dayStart: () => midnight, ringSeconds }),
      emulator: { tokenLifetimeSeconds },
      config: {
        pbx: { tokenLifetimeSeconds },
        serviceLevel: { shortAbandonSeconds: 0 },
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
      const page = await stage.open('/team/bank')
      await hideEverything(page)
      const random = seededRandom(4)
      const moments = Array.from({ length: 200 }, () => Math.floor(random() * lastSecond) + 0.5)
      const steps = stepsOf(rows, moments)
      const wrong: string[] = []
      for (const second of steps) {
        await stage.stepTo(midnight + second * 1000)
        if (!moments.includes(second)) continue
        await stage.draw()
        const states = await page
          .locator('[data-tile]')
          .evaluateAll((tiles) =>
            tiles.map((tile) => [tile.dataset['extension'] ?? '', tile.dataset['state'] ?? '']),
          )
        expect(states).toHaveLength(roster.agents.length)
        for (const [agent = '', state] of states) {
          const talks = rows.some((row) => talksAt(row, agent, second))
          if (talks !== (state === 'talking')) wrong.push(`${second}: ${agent} is ${state}`)
        }
      }
      await stage.stepTo(midnight + lastSecond * 1000)
      await stage.draw()
      expect(wrong).toEqual([])

      const comparison = createComparison()
      const truth = truthOf(date)
      const table = await page.locator('[data-chart-table="volume"] tr').evaluateAll(valuesOfRows)
      expect(table).toHaveLength(48)
      for (const { interval, ...found } of table) {
        const half = interval.slice(11, 16)
        const counted = truth.intervals.find((row) => row.interval === half)
        comparison.add([half], namesOfChart, counted, found)
      }
      await page.evaluate(() => {
        history.pushState(null, '', '/team/bank/charts')
        dispatchEvent(new PopStateEvent('popstate'))
      })
      await page.locator('[data-block]').first().waitFor({ state: 'attached' })
      await stage.draw()
      const figures = await page.locator('[data-figure]').evaluateAll(valuesByScope)
      comparison.add(['bank'], namesOfAll, truth, figures['team:bank'] ?? {})
      for (const [type, queue] of Object.entries(queueOfType)) {
        const found = figures[`queue:${queue}`] ?? {}
        comparison.add([type], namesOfType, truth.byType[type], found)
      }
      expect(comparison.differences).toEqual([])
      expect(comparison.compared()).toBe(48 * 4 + 14 + 6 * 10)
    } finally {
      await stage.stop()
    }
  },
)

/** Every second in which something happens, and the moments to look at, in order. */
function stepsOf(rows: readonly TrafficRow[], moments: readonly number[]): readonly number[] {
  const seconds = rows.flatMap(({ arriveSeconds, answerSeconds, endSeconds }) => [
    arriveSeconds,
    answerSeconds ?? endSeconds,
    endSeconds,
  ])
  const ofDay = seconds.filter((second) => second <= lastSecond)
  return [...new Set([...ofDay, ...moments])].sort((one, other) => one - other)
}

function talksAt(row: TrafficRow, agent: string, second: number): boolean {
  const { answerSeconds = Infinity, endSeconds } = row
  return row.agent === agent && answerSeconds <= second && second < endSeconds
}

const namesOfChart = {
  offered: 'offered',
  answered: 'answered',
  abandoned: 'abandoned',
  serviceLevel20: 'serviceLevel',
} as const

/** The rows of the chart's table, in the page. */
function valuesOfRows(
  rows: readonly (HTMLElement | SVGElement)[],
): readonly ({ interval: string } & FoundFigures)[] {
  return rows.flatMap((row) => {
    const { interval } = row.dataset
    if (interval === undefined) return []
    const cells = [...row.querySelectorAll<HTMLElement>('[data-series]')]
    const values = cells.map(({ dataset }) => [
      dataset['series'] ?? '',
      dataset['value'] === '' ? null : Number(dataset['value']),
    ])
    return [{ interval, ...Object.fromEntries(values) }]
  }) as ({ interval: string } & FoundFigures)[]
}

/** All figures of the page by scope and name, in the page. */
function valuesByScope(
  found: readonly (HTMLElement | SVGElement)[],
): Readonly<Record<string, FoundFigures>> {
  const scopes: Record<string, Record<string, number | null>> = {}
  for (const { dataset } of found) {
    const scope = (scopes[dataset['scope'] ?? ''] ??= {})
    scope[dataset['figure'] ?? ''] = dataset['value'] === '' ? null : Number(dataset['value'])
  }
  return scopes
}
