import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { builtWebphone, emulatedPbx, siteAt } from '../support/emulatedPbx.ts'
import { builtApp, serveWall } from '../support/serveWall.ts'
import { sharedBrowser } from '../support/sharedBrowser.ts'

const textFile = /\.(html|js|css)$/

/** The built page with other names for all its parts, as another version has them; in `folder`. */
function newerApp(folder: string): string {
  const app = join(folder, 'app')
  cpSync(builtApp, app, { recursive: true })
  const assets = join(app, 'assets')
  const names = readdirSync(assets)
  const renamed = (name: string): string => name.replace(/\.(?=[^.]*$)/, 'Newer.')
  const texts = [join(app, 'index.html'), ...names.map((name) => join(assets, name))]
  for (const file of texts.filter((name) => textFile.test(name))) {
    const text = readFileSync(file, 'utf8')
    const replaced = names.reduce((left, name) => left.split(name).join(renamed(name)), text)
    writeFileSync(file, replaced)
  }
  for (const name of names) renameSync(join(assets, name), join(assets, renamed(name)))
  return app
}

interface Updated {
  readonly page: Page
  /** How often the page was loaded. */
  readonly loads: () => number
  /** Lets so many ms pass on the page again and again, until it is loaded for the second time. */
  readonly untilLoaded: (stepMs: number) => Promise<void>
  readonly isNewer: () => Promise<boolean>
}

/** A live wall whose server was stopped, and is a newer one since, with the same records. */
async function updatedWall(): Promise<Updated> {
  const folder = mkdtempSync(join(tmpdir(), 'callwall-update-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const site = siteAt()
  const pbx = await emulatedPbx({ webphoneScriptPath: builtWebphone }, site)
  const recordsFile = join(folder, 'calls.db')
  const { server } = await serveWall(pbx, { recordsFile })
  const page = await (await sharedBrowser()).newPage()
  onTestFinished(() => page.close())
  await page.clock.install()
  let loads = 0
  page.on('load', () => loads++)
  await page.goto(`${server.url}team/support?popups=off`)
  await becomesLive(page)
  const { sessionId } = site.exchange.open({ caller: '+3615550123', callee: '5000' })
  site.exchange.move(sessionId, 'InCall')
  await becomesFigure(page, 'offered', '1')
  site.exchange.move(sessionId, 'CallerHungUp')
  await becomesFigure(page, 'waitingCalls', '0')
  await server.stop()
  await serveWall(pbx, {
    ...{ recordsFile, port: server.port, version: 'newer', appDir: newerApp(folder) },
  })
  return {
    page,
    loads: () => loads,
    async untilLoaded(stepMs) {
      const pass = async (): Promise<number> => {
        await page.clock.fastForward(stepMs)
        return loads
      }
      await expect.poll(pass, { timeout: 30_000 }).toBe(2)
    },
    isNewer: async () => (await page.locator('script[src*="Newer."]').count()) > 0,
  }
}

const becomesLive = (page: Page): Promise<void> =>
  page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })

const figureOf = (page: Page, name: string): Promise<string | null> =>
  page
    .locator(`[data-figure="${name}"][data-scope="team:support"]`)
    .first()
    .getAttribute('data-value')

const becomesFigure = (page: Page, name: string, value: string): Promise<void> =>
  expect.poll(() => figureOf(page, name), { timeout: 10_000 }).toBe(value)

test('a wall whose server becomes a newer one becomes newer too, with the calls of its day', async () => {
  const { page, loads, untilLoaded, isNewer } = await updatedWall()
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')
  await untilLoaded(10_000)
  expect(await isNewer()).toBe(true)
  await becomesLive(page)
  await becomesFigure(page, 'offered', '1')
  await page.clock.fastForward(3_600_000)
  await becomesLive(page)
  expect(loads()).toBe(2)
})

test('a wall that needs a part which only the former server had loads itself anew', async () => {
  const { page, untilLoaded, isNewer } = await updatedWall()
  await page.evaluate(() => {
    history.pushState(null, '', '/team/support/charts?popups=off')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await untilLoaded(2_000)
  expect(await isNewer()).toBe(true)
  await page.locator('[data-chart="agents"]').waitFor({ state: 'attached' })
  await becomesLive(page)
})
