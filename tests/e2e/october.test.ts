import { expect, test } from 'vitest'
import { createZone } from '../../src/domain/zone.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { rosterOfRows } from '../../src/emulator/traffic/rowRoster.ts'
import { hasOctober, octoberRows, truthOf } from '../support/october.ts'
import { startWallStage } from '../support/wallStage.ts'

const date = '1999-10-04'
const timeZone = 'Asia/Jerusalem'
const ringSeconds = 4

if (!hasOctober) {
  test('the records of the real call centre are not on this machine: the real day was not run', () => {
    expect(hasOctober).toBe(false)
  })
}

test.runIf(hasOctober)(
  'a real day in a real browser: the chart counts what the file counts, and tiles talk when agents did',
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
      config: {
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
      // Nobody looks: what is asked is what the page says, and painting six thousand frames takes minutes.
      await page.addStyleTag({
        content: '* { visibility: hidden !important; transition: none !important }',
      })
      const lastSecond = 86_399
      const random = seededRandom(4)
      const moments = Array.from({ length: 200 }, () => Math.floor(random() * lastSecond) + 0.5)
      const seconds = new Set<number>(moments)
      for (const row of rows) {
        for (const second of [row.arriveSeconds, row.answerSeconds, row.endSeconds]) {
          if (second !== undefined && second <= lastSecond) seconds.add(second)
        }
      }
      const steps = [...seconds].sort((one, other) => one - other)
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
        for (const [agent, state] of states) {
          const talks = rows.some(
            (row) =>
              row.agent === agent &&
              row.answerSeconds !== undefined &&
              row.answerSeconds <= second &&
              second < row.endSeconds,
          )
          if (talks !== (state === 'talking')) wrong.push(`${second}: ${agent} is ${state}`)
        }
      }
      await stage.stepTo(midnight + lastSecond * 1000)
      await stage.draw()
      expect(wrong).toEqual([])

      const table = await page
        .locator('[data-chart-table="volume"] tr[data-interval]')
        .evaluateAll((found) =>
          found.map((row) => ({
            interval: (row.dataset['interval'] ?? '').slice(11, 16),
            offered: Number(
              row.querySelector<HTMLElement>('[data-series="offered"]')?.dataset['value'],
            ),
          })),
        )
      expect(table).toHaveLength(48)
      const truth = new Map(
        truthOf(date).intervals.map(({ interval, offered }) => [interval, offered]),
      )
      expect(table).toEqual(
        table.map(({ interval }) => ({ interval, offered: truth.get(interval) ?? 0 })),
      )
      expect(table.reduce((sum, { offered }) => sum + offered, 0)).toBe(1746)
    } finally {
      await stage.stop()
    }
  },
)
