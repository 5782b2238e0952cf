import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { EmulatedPbx } from '../support/emulatedPbx.ts'
import { serveStaticSite } from '../support/staticSite.ts'
import { webphonePbx } from '../support/webphonePage.ts'
import { launchBrowser } from '../support/sharedBrowser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

const configOf = (pbx: EmulatedPbx): object => ({
  pbx: {
    address: '127.0.0.1',
    scriptUrl: `http://127.0.0.1:${pbx.ports.script}/WebphoneAPI`,
  },
  teams: [{ id: 'support', queues: ['5000'], extensions: ['1001', '1002'] }],
})

async function open(address: string): Promise<Page> {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(address)
  return page
}

const becomesLive = (page: Page): Promise<void> =>
  page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })

const submit = (page: Page): Promise<void> => page.getByRole('button', { name: /show/i }).click()

const newToken = (pbx: EmulatedPbx): string => pbx.tokens.issue({ allowSessionModification: false })

/** Everything that a page may have left on the machine. */
const keptBy = (page: Page): Promise<object> =>
  page.evaluate(() => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    cookie: document.cookie,
    history: JSON.stringify(window.history.state),
  }))

async function expectNothingKept(page: Page, secret: string): Promise<void> {
  expect(await keptBy(page)).toMatchObject({ local: [], session: [], cookie: '' })
  expect(JSON.stringify(await keptBy(page))).not.toContain(secret)
  expect(await page.context().cookies()).toEqual([])
  expect(page.url()).not.toContain(secret)
}

test('a page without a server asks for a token, and shows the wall with it', async () => {
  const pbx = await webphonePbx()
  const page = await open(`${await serveStaticSite(configOf(pbx))}team/support`)
  expect(await page.getByLabel('PBX address').inputValue()).toBe('127.0.0.1')
  const token = newToken(pbx)
  await page.getByLabel('Token', { exact: true }).fill(token)
  await submit(page)
  await becomesLive(page)
  expect(await page.locator('[data-tile]').count()).toBe(2)
  await expectNothingKept(page, token)
})

test('a Webphone extension and its password let a page in as well', async () => {
  const pbx = await webphonePbx()
  const page = await open(`${await serveStaticSite(configOf(pbx))}team/support`)
  await page.getByLabel('A Webphone extension').check()
  await page.getByLabel('Extension', { exact: true }).fill('1500')
  await page.getByLabel('Password').fill('12345678')
  await submit(page)
  await becomesLive(page)
  expect(await page.locator('[data-tile]').count()).toBe(2)
  await expectNothingKept(page, '12345678')
})

test('a token in the address is used, and removed from the address bar at once', async () => {
  const pbx = await webphonePbx()
  const token = newToken(pbx)
  const site = await serveStaticSite(configOf(pbx))
  const page = await open(`${site}team/support?popups=off#token=${token}`)
  await becomesLive(page)
  expect(page.url()).toBe(`${site}team/support?popups=off`)
  expect(await page.getByRole('textbox').count()).toBe(0)
  await expectNothingKept(page, token)
})

test('a base64 token with + and = arrives whole', async () => {
  const pbx = await webphonePbx()
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const script = 'window.asked=[];window.OzWebClient={helper:{},connect:(...a)=>asked.push(a)}'
  await page.route('**/WebphoneAPI', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
  await page.goto(`${await serveStaticSite(configOf(pbx))}team/support#token=ab+c/d%3D=`)
  const asked = await page.waitForFunction(() => {
    const { asked } = globalThis as unknown as { asked?: unknown[][] }
    return asked?.[0]?.[1]
  })
  expect(await asked.jsonValue()).toBe('ab+c/d==')
})

test('a wrong token says so and asks again; the right one is taken then', async () => {
  const pbx = await webphonePbx()
  const page = await open(`${await serveStaticSite(configOf(pbx))}team/support`)
  await page.getByLabel('Token', { exact: true }).fill('wrong')
  await submit(page)
  await page.getByRole('alert').filter({ hasText: 'refused' }).waitFor()
  expect(await page.locator('html').getAttribute('data-connection')).toBe('denied')
  await page.getByLabel('Token', { exact: true }).fill(newToken(pbx))
  await submit(page)
  await becomesLive(page)
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('without a config.json the PBX’s address is asked for, and everybody it lists is shown', async () => {
  const pbx = await webphonePbx()
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.route('http://127.0.0.1:7777/WebphoneAPI', (route) =>
    route.continue({ url: `http://127.0.0.1:${pbx.ports.script}/WebphoneAPI` }),
  )
  await page.goto(await serveStaticSite(undefined))
  await page.getByLabel('PBX address').fill('http://127.0.0.1/')
  await page.getByLabel('Token', { exact: true }).fill(newToken(pbx))
  await submit(page)
  expect(await page.getByRole('alert').innerText()).toContain('without http://')
  await page.getByLabel('PBX address').fill('127.0.0.1')
  await submit(page)
  await becomesLive(page)
  await page.getByRole('link', { name: 'Everyone' }).click()
  await page.locator('[data-tile][data-extension="1001"]').waitFor()
})

test('a config.json with mistakes is answered by every one of them', async () => {
  const page = await open(await serveStaticSite({ pbx: { adress: '192.0.2.10' }, colour: 'red' }))
  const said = await page.getByRole('alert').innerText()
  for (const path of ['pbx.address', 'pbx.adress', 'colour']) expect(said).toContain(path)
})
