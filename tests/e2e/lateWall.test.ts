import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { createZone } from '../../src/domain/zone.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { rosterOfRows } from '../../src/emulator/traffic/rowRoster.ts'
import { hideEverything } from '../support/hideEverything.ts'
import type { WallStage } from '../support/wallStage.ts'
import { startWallStage } from '../support/wallStage.ts'

const timeZone = 'Europe/Budapest'
const day = '2026-11-23'
const midnight = createZone(timeZone).dayStart(Date.parse(`${day}T12:00:00Z`), 0)
const hour = 3600
const route = '/team/bank/charts'

/** Calls of a working day, one after the other for each of four agents; every sixth caller gives up. */
function callsOfDay(): readonly TrafficRow[] {
  const random = seededRandom(14)
  const between = (least: number, most: number): number =>
    Math.floor(least + random() * (most - least))
  return Array.from({ length: 4 }).flatMap((_, agent) => {
    const rows: TrafficRow[] = []
    for (let arriveSeconds = 10 * hour + between(0, 600); arriveSeconds < 16 * hour;) {
      const base = { day, queue: agent % 2 === 0 ? '5000' : '5001', arriveSeconds }
      const callId = `${agent}-${rows.length}`
      const caller = `+36155${agent}${String(rows.length).padStart(4, '0')}`
      // Away from the limits of 5 and 20 s, so that a millisecond between two pages decides nothing.
      const wait = [3, 8, 14, 26, 41][between(0, 5)] ?? 8
      const gaveUp = between(0, 6) === 0
      const answerSeconds = gaveUp ? undefined : arriveSeconds + wait
      const endSeconds = arriveSeconds + wait + (gaveUp ? 0 : between(60, 600))
      rows.push({
        ...base,
        ...{ callId, caller, endSeconds, agent: gaveUp ? '' : String(1001 + agent) },
        answerSeconds,
      })
      arriveSeconds = endSeconds + between(300, 2_700)
    }
    return rows
  })
}

/** What a wall says in its hooks: figures by scope and name, chart rows, tiles; `undefined` for no value. */
async function figuresOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const figures = await page.locator('[data-figure]').evaluateAll((found) =>
    found.map(({ dataset }) => {
      const { scope = '', figure = '', value = '', coverage = '' } = dataset
      return [`${scope} ${figure}`, `${value} ${coverage}`] as const
    }),
  )
  const cells = await page
    .locator('[data-chart-table="volume"] [data-interval] [data-series]')
    .evaluateAll((found) =>
      found.map((cell) => {
        const { interval = '' } = cell.closest<HTMLElement>('[data-interval]')?.dataset ?? {}
        return [`${interval} ${cell.dataset['series'] ?? ''}`, cell.dataset['value'] ?? ''] as const
      }),
    )
  return Object.fromEntries([...figures, ...cells])
}

/** Where two walls differ by more than the 0.1 s that their clocks may be apart. */
async function differences(early: Page, late: Page): Promise<readonly string[]> {
  const [one, other] = [await figuresOf(early), await figuresOf(late)]
  expect(Object.keys(one).length).toBeGreaterThan(100)
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) => {
    const [a = '', b = ''] = [one[name], other[name]]
    const [valueA = '', coverageA] = a.split(' ')
    const [valueB = '', coverageB] = b.split(' ')
    const tolerance = name.endsWith('EndedAt') ? 100 : 0.1
    const isAlike =
      valueA === valueB ||
      (valueA !== '' && valueB !== '' && Math.abs(Number(valueA) - Number(valueB)) < tolerance)
    return isAlike && coverageA === coverageB ? [] : [`${name}: ${a}, ${b}`]
  })
}

/** Lets some minutes pass, until the walls say the same; how they differ in the end. */
async function settle(stage: WallStage, early: Page, late: Page): Promise<readonly string[]> {
  let found: readonly string[] = ['nothing compared']
  for (let step = 0; step < 60 && found.length > 0; step++) {
    await stage.stepTo(stage.clock.now() + 5_000)
    await stage.draw()
    found = await differences(early, late)
  }
  return found
}

test(
  'a wall switched on at 14:00 shows the day like one that ran since the morning',
  {
    timeout: 300_000,
  },
  async () => {
    const rows = callsOfDay()
    const roster = rosterOfRows(rows)
    const stage = await startWallStage({
      roster,
      timeZone,
      start: midnight + 8.9 * hour * 1000,
      hasRecords: true,
      hasReports: true,
      traffic: replayTraffic(rows, { dayStart: () => midnight, ringSeconds: 4 }),
      config: {
        site: { timeZone, dayStartsAt: '09:00' },
        wrapUpSeconds: 20,
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
      const seconds = new Set(
        rows.flatMap(({ arriveSeconds, answerSeconds, endSeconds }) => [
          ...[arriveSeconds, answerSeconds ?? endSeconds, endSeconds],
          // Walls report every 5 s.
          endSeconds + 6,
        ]),
      )
      const sorted = [...seconds].sort((one, other) => one - other)
      const early = await stage.open(route)
      await hideEverything(early)
      const runTo = async (until: number): Promise<void> => {
        for (const second of sorted) {
          const at = midnight + second * 1000
          if (at > stage.clock.now() && second <= until) await stage.stepTo(at)
        }
        await stage.draw()
      }
      await runTo(14 * hour)
      const late = await stage.open(route)
      await hideEverything(late)
      expect(await settle(stage, early, late)).toEqual([])
      const { 'team:bank offered': offered = '' } = await figuresOf(late)
      expect(Number(offered.split(' ')[0])).toBeGreaterThan(15)

      await runTo(16.5 * hour)
      expect(await settle(stage, early, late)).toEqual([])
    } finally {
      await stage.stop()
    }
  },
)
