import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { acceptOffer, offerToAgent } from '../../src/emulator/stories/queue.ts'
import { customer, hooks, smallStage, waitingCaller } from '../support/smallCentre.ts'
import type { WallStage } from '../support/wallStage.ts'

/** 20:00 in Budapest. */
const evening = Date.parse('2026-11-23T19:00:00Z')
const hourMs = 3_600_000

declare global {
  interface Window {
    freshness?: (string | undefined)[]
  }
}

/** In the page: writes down what it says of itself. */
function noteFreshness(): void {
  const { documentElement: page } = document
  const seen: (string | undefined)[] = [page.dataset['fresh']]
  const note = (): void => {
    if (seen[seen.length - 1] !== page.dataset['fresh']) seen.push(page.dataset['fresh'])
  }
  new MutationObserver(note).observe(page, { attributes: true })
  window.freshness = seen
}

async function figuresOf(page: Page): Promise<Readonly<Record<string, string | undefined>>> {
  const found = await hooks(page, '[data-figure][data-scope="team:support"]')
  return Object.fromEntries(found.map(({ figure = '', value }) => [figure, value]))
}

/** Somebody waits from then on, and gives up after `forMs`. */
function callAt(stage: WallStage, at: number, forMs: number, number: string): void {
  stage.clock.at(at, () => {
    const { sessionId } = waitingCaller(stage, { ...customer, number })
    stage.clock.at(at + forMs, () => stage.exchange.move(sessionId, 'CallerHungUp'))
  })
}

test('a screen that slept over midnight is stale when it wakes, and then shows the new day', async () => {
  const stage = await smallStage({ start: evening, hasEvents: true })
  const page = await stage.open('/team/support/charts')
  const { sessionId } = waitingCaller(stage)
  const talk = offerToAgent(stage.exchange, sessionId, '1001')?.sessionId ?? ''
  acceptOffer(stage.exchange, sessionId, talk)
  await stage.stepTo(evening + 60_000)
  stage.exchange.move(talk, 'CallerHungUp')
  await stage.stepTo(evening + 70_000)
  await stage.draw()
  expect(await figuresOf(page)).toMatchObject({ offered: '1', answered: '1', waitingCalls: '0' })

  callAt(stage, evening + 6 * hourMs, 60_000, '+3615550201')
  callAt(stage, evening + 8 * hourMs - 60_000, hourMs, '+3615550202')
  await page.evaluate(noteFreshness)
  // What is told to a screen that sleeps reaches nobody.
  await stage.faults.begin({ name: 'freeze' })
  await stage.sleepTo(evening + 8 * hourMs)
  await stage.faults.end('freeze')
  for (let step = 0; step < 18; step++) await stage.stepTo(stage.clock.now() + 10_000)
  await stage.draw()

  expect(await page.evaluate(() => window.freshness)).toEqual(['live', 'stale', 'live'])
  expect(await figuresOf(page)).toMatchObject({
    ...{ offered: '2', answered: '0', abandoned: '1', waitingCalls: '1' },
    longestWaitNow: expect.stringMatching(/^24\d/) as string,
  })
  const rows = await hooks(page, '[data-chart-table="volume"] [data-interval]')
  expect(rows[0]?.['interval']).toBe('2026-11-24T00:00:00+01:00')
})
