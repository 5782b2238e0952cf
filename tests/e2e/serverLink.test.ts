import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { parseConfig } from '../../src/contract/config.ts'
import type { Config } from '../../src/contract/config.ts'
import { fixedConfig } from '../../src/server/configSource.ts'
import type { ConfigSource } from '../../src/server/configSource.ts'
import { smallStage, waitingCaller } from '../support/smallCentre.ts'

const isLive = (page: Page): Promise<void> =>
  page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })

/** A config that a test changes. */
function changeableConfig(first: Config): ConfigSource & { change: (next: Config) => void } {
  let present = first
  let listener: (config: Config) => void = () => undefined
  return {
    ...fixedConfig(first),
    current: () => present,
    onChange(next) {
      listener = next
      return () => undefined
    },
    change(next) {
      present = next
      listener(next)
    },
  }
}

test('a changed config is on the wall without a reload, and the calls of the morning stay', async () => {
  let source: ReturnType<typeof changeableConfig> | undefined
  const stage = await smallStage({
    configSource: (config) => (source = changeableConfig(config)),
  })
  let sockets = 0
  const page = await stage.visit('/team/support')
  await isLive(page)
  page.on('websocket', () => sockets++)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  waitingCaller(stage)
  const offered = page.locator('[data-figure="offered"][data-scope="team:support"]')
  await expect.poll(() => offered.first().getAttribute('data-value')).toBe('1')

  const before = source?.current()
  const { config } = parseConfig({
    ...{ pbx: before?.pbx, presence: before?.presence },
    site: { ...before?.site, language: 'de' },
    teams: [
      {
        ...{ id: 'support', name: 'Second floor', queues: ['5000'] },
        agents: [{ name: 'Ana Maria Ruiz', extensions: ['1001', '1003'] }],
      },
    ],
  })
  if (config === undefined) throw new Error('not a config')
  source?.change(config)
  await page.getByRole('heading', { name: 'Second floor' }).waitFor()
  await page.locator('html[lang="de"]').waitFor({ state: 'attached' })
  await expect
    .poll(() =>
      page.locator('[data-tile]').evaluateAll((tiles) => tiles.map((t) => t.dataset['extensions'])),
    )
    .toEqual(['1001 1003'])
  expect(await offered.first().getAttribute('data-value')).toBe('1')
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  expect(sockets).toBe(0)
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')
})

/** A stream that says these things and ends. */
const stream = (events: Readonly<Record<string, unknown>>): string =>
  Object.entries(events)
    .map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    .join('')

test('a notice is a discreet sign with a sentence on the card, and a new version is loaded once', async () => {
  const stage = await smallStage()
  const page = await stage.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.clock.install()
  const at = stage.clock.now()
  await page.route('**/api/events', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: stream({
        version: { version: 'newer' },
        notices: { notices: [{ code: 'tokenEndsSoon', at }] },
      }),
    }),
  )
  let loads = 0
  page.on('load', () => loads++)
  await page.goto(`${stage.url}team/support?theme=light`)
  await isLive(page)
  expect(await page.locator('[data-notice] > :not(.icon)').textContent()).toBe(
    'Token ends at 09:30',
  )
  await page.locator('body').press('?')
  expect(await page.locator('[data-card-row="notice-tokenEndsSoon"]').textContent()).toContain(
    'OZEKI_TOKEN',
  )
  await page.locator('body').press('Escape')
  expect(loads).toBe(1)
  await page.clock.fastForward(130_000)
  await expect.poll(() => loads, { timeout: 10_000 }).toBe(2)
  await isLive(page)
  expect(page.url()).toBe(`${stage.url}team/support?theme=light`)
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toBe(
    '{"callwall.reloadedFor":"newer"}',
  )
  await page.clock.fastForward(3_600_000)
  await isLive(page)
  expect(loads).toBe(2)
})

test.each(['TeamPage', 'wallLife', 'aroundTiles', 'VolumeChart'])(
  'a page of which the part %s is missing at first is whole in the end',
  async (part) => {
    const stage = await smallStage()
    const page = await stage.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.clock.install()
    const file = `**/assets/${part}*.js`
    let given = 0
    await page.route(file, (route) => {
      given++
      return route.continue()
    })
    await page.route(file, (route) => route.fulfill({ status: 404 }), { times: 1 })
    await page.goto(`${stage.url}team/support`)
    await page.locator('html[data-fresh]').waitFor({ state: 'attached' })
    const isWhole = async (): Promise<boolean> => {
      await page.clock.fastForward(6_000)
      const parts = ['[data-tile]', '[data-figure]', '[data-chart="volume"] canvas']
      const counts = await Promise.all(parts.map((one) => page.locator(one).count()))
      return given > 0 && counts.every((count) => count > 0)
    }
    await expect.poll(isWhole, { timeout: 20_000 }).toBe(true)
    await isLive(page)
  },
)
