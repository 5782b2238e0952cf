import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { customer, hooks, smallStage, waitingCaller } from '../support/smallCentre.ts'
import type { WallStage } from '../support/wallStage.ts'

const minuteMs = 60_000
/** 02:46 in Budapest, in the night in which the clocks go back from three to two. */
const beforeTheHourThatComesTwice = Date.parse('2026-10-25T00:46:00Z')
/** 01:46 in Budapest, in the night in which the clocks go forward from two to three. */
const beforeTheHourThatIsLeftOut = Date.parse('2026-03-29T00:46:00Z')
/** 23:56 in Budapest. */
const lateInOctober = Date.parse('2026-10-31T22:56:00Z')

/** Somebody waits from then on, and gives up after two minutes. */
function callAt(stage: WallStage, at: number, number: string): void {
  stage.clock.at(at, () => {
    const { sessionId } = waitingCaller(stage, { ...customer, number })
    stage.clock.at(at + 2 * minuteMs, () => stage.exchange.move(sessionId, 'CallerHungUp'))
  })
}

const figureOf = async (page: Page, name: string): Promise<string | undefined> =>
  (await hooks(page, `[data-figure="${name}"][data-scope="team:support"]`))[0]?.['value']

const rowsOf = async (page: Page): Promise<readonly (string | undefined)[]> =>
  (await hooks(page, '[data-chart-table="volume"] [data-interval]')).map(({ interval }) => interval)

const offeredOf = async (page: Page): Promise<readonly (string | undefined)[]> =>
  (await hooks(page, '[data-chart-table="volume"] [data-series="offered"]')).map(
    ({ value }) => value,
  )

test('the hour that comes twice has rows of its own, also where the PBX is restarted in it', async () => {
  const start = beforeTheHourThatComesTwice
  const stage = await smallStage({ start, hasEvents: true })
  const page = await stage.open('/team/support/charts')
  callAt(stage, start + minuteMs, '+3615550201')
  await stage.stepTo(start + 10 * minuteMs)
  await stage.faults.begin({ name: 'restart', keepsSessions: false })
  await stage.stepTo(start + 12 * minuteMs)
  await stage.faults.end('restart')
  callAt(stage, start + 16 * minuteMs, '+3615550202')
  await stage.stepTo(start + 20 * minuteMs)
  await stage.draw()
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')
  expect([await figureOf(page, 'offered'), await figureOf(page, 'abandoned')]).toEqual(['2', '2'])
  expect((await rowsOf(page)).slice(-3)).toEqual([
    '2026-10-25T02:00:00+02:00',
    '2026-10-25T02:30:00+02:00',
    '2026-10-25T02:00:00+01:00',
  ])
  expect(await offeredOf(page)).toEqual(['0', '0', '0', '0', '0', '1', '1'])
})

test('the hour that is left out has no row, and who waits through it waits no longer for it', async () => {
  const start = beforeTheHourThatIsLeftOut
  const stage = await smallStage({ start, hasEvents: true })
  const page = await stage.open('/team/support/charts')
  callAt(stage, start + 13 * minuteMs, '+3615550201')
  callAt(stage, start + 20 * minuteMs, '+3615550202')
  for (let minute = 1; minute <= 23; minute++) await stage.stepTo(start + minute * minuteMs)
  await stage.draw()
  expect((await rowsOf(page)).slice(-2)).toEqual([
    '2026-03-29T01:30:00+01:00',
    '2026-03-29T03:00:00+02:00',
  ])
  expect((await offeredOf(page)).slice(-2)).toEqual(['1', '1'])
  expect([await figureOf(page, 'offered'), await figureOf(page, 'abandoned')]).toEqual(['2', '2'])
  expect(Number(await figureOf(page, 'longestWaitToday'))).toBeCloseTo(120, 0)
})

test('at the end of a month the wall begins a new day, with who has waited since the old one', async () => {
  const stage = await smallStage({ start: lateInOctober, hasEvents: true })
  const page = await stage.open('/team/support/charts')
  const midnight = lateInOctober + 4 * minuteMs
  callAt(stage, midnight - 3 * minuteMs, '+3615550201')
  callAt(stage, midnight - minuteMs, '+3615550202')
  await stage.stepTo(midnight - 10_000)
  await stage.draw()
  expect(await figureOf(page, 'offered')).toBe('2')
  await stage.stepTo(midnight + 10_000)
  await stage.draw()
  const now = [await figureOf(page, 'offered'), await figureOf(page, 'waitingCalls')]
  expect(now).toEqual(['0', '1'])
  expect(await rowsOf(page)).toEqual(['2026-11-01T00:00:00+01:00'])
  callAt(stage, midnight + minuteMs, '+3615550203')
  await stage.stepTo(midnight + 4 * minuteMs)
  await stage.draw()
  expect([await figureOf(page, 'offered'), await figureOf(page, 'abandoned')]).toEqual(['1', '1'])
})
