import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hasChromium78, openInChromium78 } from '../support/chromium78.ts'
import type { OldPage } from '../support/chromium78.ts'
import { layoutFaults, layoutRules } from '../support/layoutFaults.ts'
import { monday } from '../support/smallCentre.ts'
import { startWallStage } from '../support/wallStage.ts'
import type { WallStage } from '../support/wallStage.ts'
import { demoRoster } from '../../src/emulator/roster.ts'
import { simulatedTraffic } from '../../src/emulator/traffic/simulated.ts'

const timeZone = 'Europe/Budapest'
const roster = demoRoster(12)

if (!hasChromium78) {
  test('no Chromium 78 could be fetched: the wall was not tried in an old TV’s browser', () => {
    expect(hasChromium78).toBe(false)
  })
}

let stage: WallStage
let page: OldPage

/** Until an expression in the page is true. */
const until = (expression: string): Promise<void> =>
  vi.waitFor(
    async () => {
      expect(await page.evaluate(expression)).toBe(true)
    },
    { timeout: 20_000, interval: 100 },
  )

async function pass(seconds: number): Promise<void> {
  const end = stage.clock.now() + seconds * 1000
  while (stage.clock.now() < end) await stage.stepTo(Math.min(end, stage.clock.now() + 2_000))
}

beforeAll(async () => {
  if (!hasChromium78) return
  stage = await startWallStage({
    roster,
    timeZone,
    start: monday,
    traffic: simulatedTraffic({ seed: 3, roster, load: 1.4, timeZone }),
    config: {
      presence: { notSeen: false },
      teams: [
        {
          id: 'support',
          queues: roster.queues.map(({ extension }) => extension),
          extensions: roster.agents.map(({ extension }) => extension),
        },
      ],
    },
  })
  await pass(90)
  page = await openInChromium78(`${stage.url}team/support`)
  await until('document.documentElement.dataset.fresh === "live"')
  await pass(120)
}, 60_000)

afterAll(async () => {
  if (!hasChromium78) return
  await page.stop()
  await stage.stop()
})

const oldTest = test.runIf(hasChromium78)

oldTest('in Chromium 78 the wall is live and its tiles show what the agents do', async () => {
  expect(await page.evaluate('navigator.userAgent')).toContain('Chrome/78.')
  const states = await page.evaluate(
    '[...document.querySelectorAll("[data-tile]")].map((tile) => tile.dataset.state)',
  )
  expect(states).toHaveLength(12)
  expect(states).toContain('talking')
})

oldTest('in Chromium 78 popups come, and figures count', async () => {
  await until('document.querySelectorAll("[data-popup]").length > 0')
  await until(
    'Number(document.querySelector("[data-figure=offered], [data-figure=answered]").dataset.value) > 0',
  )
})

oldTest('in Chromium 78 the chart is drawn', async () => {
  await until(`(() => {
    const canvas = document.querySelector('[data-chart="volume"] canvas')
    const { width, height } = canvas
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
    return data.some((value) => value > 0)
  })()`)
})

const routes = [
  '/team/support',
  '/team/support/agents?theme=light',
  '/team/support/charts?theme=contrast',
  '/all?lang=ar',
  '/rotate/support',
  '/',
]

oldTest.each(routes)('in Chromium 78 the layout of %s is whole', async (route) => {
  await page.evaluate(
    `document.querySelector('#app').__vue_app__.config.globalProperties.$router.push('${route}')`,
  )
  await until('document.querySelectorAll("[data-tile], [data-chart], [data-team]").length > 0')
  const faults = `(${layoutFaults.toString()})(${JSON.stringify(layoutRules(1080))})`
  // What was just shown is fitted into its place a frame later, which an old browser takes its time for.
  await vi.waitFor(
    async () => {
      expect(await page.evaluate(faults)).toEqual([])
    },
    { timeout: 10_000, interval: 200 },
  )
})

oldTest('in Chromium 78 nothing throws', () => {
  expect(page.exceptions).toEqual([])
})
