import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoRoster } from '../../src/emulator/roster.ts'
import { simulatedTraffic } from '../../src/emulator/traffic/simulated.ts'
import { axeViolations, installAxe } from '../support/axe.ts'
import { goTo } from '../support/goTo.ts'
import { monday, smallStage } from '../support/smallCentre.ts'
import { serveStaticSite } from '../support/staticSite.ts'
import { themes } from '../support/themeColours.ts'
import { startWallStage } from '../support/wallStage.ts'
import type { WallStage } from '../support/wallStage.ts'

const timeZone = 'Europe/Budapest'
const roster = demoRoster(12)

let stage: WallStage
let page: Page

beforeAll(async () => {
  stage = await startWallStage({
    roster,
    timeZone,
    start: monday,
    traffic: simulatedTraffic({ seed: 3, roster, load: 1.6, timeZone }),
    config: {
      wrapUpSeconds: 15,
      alerts: { stateSeconds: { talking: [20, 60], ringing: [2, 4], wrapup: [2, 8] } },
      teams: ['support', 'sales'].map((id) => ({
        id,
        queues: roster.queues.map(({ extension }) => extension),
        extensions: roster.agents.map(({ extension }) => extension),
        thresholds: { waitingCalls: [1, 2], longestWaitNow: [5, 20], serviceLevel: [0.99, 0.6] },
      })),
    },
  })
  page = await stage.open('/team/support')
  for (let second = 4; second <= 160; second += 4) await stage.stepTo(monday + second * 1000)
  await stage.draw()
  // Axe waits by timers of the page.
  await page.clock.resume()
  await installAxe(page)
})

afterAll(() => stage.stop())

async function show(route: string): Promise<void> {
  await goTo(page, route)
  await stage.draw()
}

const routes = [
  '/',
  '/team/support?sound=on',
  '/team/support/agents',
  '/team/support/charts',
  '/extensions/1001-1006',
  '/all?lang=ar',
  '/rotate/support,sales',
  '/team/suport',
]

test.each(themes)('%s: axe finds nothing wrong on any route', async (theme) => {
  const found: Record<string, string[]> = {}
  for (const route of routes) {
    await show(`${route}${route.includes('?') ? '&' : '?'}theme=${theme}`)
    const wrong = await axeViolations(page)
    if (wrong.length > 0) found[route] = wrong
  }
  expect(found).toEqual({})
})

test('a text with less contrast than seven to one is found, however large it is', async () => {
  await show('/team/support')
  const style = await page.addStyleTag({ content: 'h1 { color: #8a9099 !important }' })
  const found = await axeViolations(page)
  await style.evaluate((element) => (element as Element).remove())
  expect(found.join()).toContain('color-contrast-enhanced: <h1')
})

test('axe finds nothing wrong with the card', async () => {
  await show('/team/support')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('axe finds nothing wrong with the form to sign in', async () => {
  const site = await serveStaticSite({ pbx: { address: '127.0.0.1' } })
  const form = await stage.newPage()
  for (const theme of themes) {
    await form.goto(`${site}?theme=${theme}`)
    await form.locator('form').waitFor()
    await installAxe(form)
    expect(await axeViolations(form)).toEqual([])
  }
  await form.close()
})

test('axe finds nothing wrong with a wall outside the opening hours', async () => {
  const closed = await smallStage({ config: { site: { openingHours: { sun: ['08:00-09:00'] } } } })
  const wall = await closed.open('/team/support')
  await closed.stepTo(monday + 10 * 60_000)
  await closed.draw()
  await wall.locator('[data-closed]').waitFor()
  await wall.clock.resume()
  await installAxe(wall)
  for (const theme of themes) {
    await goTo(wall, `/team/support?theme=${theme}`)
    expect(await axeViolations(wall)).toEqual([])
  }
})

test.each(themes)('%s: axe finds nothing wrong with a wall that lost its PBX', async (theme) => {
  await stage.emulator.stop()
  await stage.stepTo(stage.clock.now() + 20_000)
  await show(`/team/support?theme=${theme}`)
  await page.locator('html[data-fresh="stale"]').waitFor({ state: 'attached' })
  expect(await axeViolations(page)).toEqual([])
})
