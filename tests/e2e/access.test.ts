import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { builtWebphone, emulatedPbx, siteAt } from '../support/emulatedPbx.ts'
import { serveWall } from '../support/serveWall.ts'
import { launchBrowser } from '../support/sharedBrowser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

/** A screen of its own, which has shown no key yet. */
async function newScreen(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  onTestFinished(() => context.close())
  return context.newPage()
}

const becomesLive = (page: Page): Promise<void> =>
  page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })

test.each(['strict', 'tolerant'] as const)(
  'under the content rules “%s” the wall is live and nothing of it is stopped',
  async (csp) => {
    const site = siteAt()
    const pbx = await emulatedPbx({ webphoneScriptPath: builtWebphone }, site)
    const { server } = await serveWall(pbx, { csp })
    const page = await newScreen()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const response = await page.goto(`${server.url}team/support?lang=ar&theme=light`)
    await becomesLive(page)
    const caller = { caller: '+3615550123', callerDisplayName: '' }
    const { sessionId } = site.exchange.open({ ...caller, callee: '1001' })
    site.exchange.move(sessionId, 'Ringing')
    await page.locator('[data-popup]').waitFor()
    await page.keyboard.press('?')
    await page.locator('[data-card]').waitFor()
    expect(complaints).toEqual([])
    const policy = response?.headers()['content-security-policy']
    expect(policy?.includes("'unsafe-eval'")).toBe(csp === 'tolerant')
  },
)

/** Everything that a page may have left on the machine, but for its cookies. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      window.history.state,
      window.location.href,
    ]),
  )

const asksForKey = (page: Page): Promise<void> =>
  page.getByLabel('Access key', { exact: true }).waitFor()

test('a wall opened with #key= goes live and leaves the key nowhere; without it the key is asked for', async () => {
  const pbx = await emulatedPbx({ webphoneScriptPath: builtWebphone })
  const key = 'correct-horse+battery'
  const { server, logged } = await serveWall(pbx, { csp: 'strict', key })
  const addresses: string[] = []

  const page = await newScreen()
  page.on('request', (request) => addresses.push(request.url()))
  await page.goto(`${server.url}team/support?popups=off#key=${key}`)
  await becomesLive(page)
  expect(page.url()).toBe(`${server.url}team/support?popups=off`)
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false, path: '/' })
  for (const place of [await keptBy(page), JSON.stringify(cookie), ...addresses, ...logged]) {
    expect(place).not.toContain('correct-horse')
  }

  const other = await newScreen()
  await other.goto(`${server.url}team/support`)
  await asksForKey(other)
  await other.keyboard.type('wrong')
  await other.keyboard.press('Enter')
  await other.getByText('That is not the key').waitFor()
  await other.keyboard.type(key)
  await other.keyboard.press('Enter')
  await becomesLive(other)
  expect(await keptBy(other)).not.toContain('correct-horse')
  expect(logged.join()).not.toContain('correct-horse')

  await server.stop()
  const { port } = server
  await serveWall(pbx, { csp: 'strict', key: 'another key for today', port })
  await page.reload()
  await asksForKey(page)
  expect(await page.locator('[data-tile]').count()).toBe(0)
  // A link pasted into the page itself changes its fragment alone.
  await page.goto(`${server.url}team/support?popups=off#key=another%20key%20for%20today`)
  await becomesLive(page)
  expect(page.url()).toBe(`${server.url}team/support?popups=off`)
})
