import { expect, test } from 'vitest'
import type { Page } from 'playwright'
import { acceptOffer, offerToAgent } from '../../src/emulator/stories/queue.ts'
import { hooks, smallStage, tileStates, waitingCaller } from '../support/smallCentre.ts'
import { closedAddress, serveScript } from '../support/textServer.ts'

/** The state of the connection as scripts from outside read it. */
const connectionIs = (page: Page, word: string): Promise<void> =>
  page.locator(`html[data-connection="${word}"]`).waitFor({ state: 'attached' })

const saidOn = (page: Page): Promise<string> => page.getByRole('alert').innerText()

/** Until the wall says `text`: while it tries again it says so for a moment. */
const says = (page: Page, text: string): Promise<void> =>
  page.getByRole('alert').filter({ hasText: text }).waitFor()

test('an unknown team is named, with the teams there are', async () => {
  const stage = await smallStage()
  const page = await stage.visit('/team/suport')
  expect(await saidOn(page)).toContain('There is no team “suport” in the config.')
  await page.getByRole('link', { name: 'Support' }).click()
  await page.locator('[data-tile]').first().waitFor()
  expect(page.url()).toBe(`${stage.url}team/support`)
})

test.each([
  ['/extensions/1020-1001', 'runs backwards'],
  ['/extensions/1001,,1002', 'an empty entry'],
  ['/extensions/1001;1002', 'is no extension'],
  ['/extensions/1-99999999', 'names more than'],
  ['/nowhere/at/all', 'No page has the address'],
])('the bad address %s is answered by what is wrong: %s', async (route, reason) => {
  const stage = await smallStage()
  const page = await stage.visit(route)
  const said = await saidOn(page)
  expect(said).toContain(reason)
  expect(said).toMatch(/1001-1020,1050|Choose a team/)
  expect(await page.getByRole('link').allInnerTexts()).toEqual(['Support', 'Sales'])
})

test('where the PBX’s script cannot be had, the wall names its address', async () => {
  const address = await closedAddress()
  const stage = await smallStage({ config: { pbx: { scriptUrl: address } } })
  const page = await stage.visit('/team/support')
  await connectionIs(page, 'scriptMissing')
  await says(page, `The script ${address} did not load.`)
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('stale')
})

test('a script that defines nothing counts as missing', async () => {
  const address = await serveScript('void 0')
  const stage = await smallStage({ config: { pbx: { scriptUrl: address } } })
  const page = await stage.visit('/team/support')
  await connectionIs(page, 'scriptMissing')
  await says(page, address)
})

const wrongUser = { OZEKI_HTTP_USERNAME: 'wall', OZEKI_HTTP_PASSWORD: 'wrong' }

test.each([
  ['a wrong password', wrongUser, 'refuses the server’s user name or password'],
  ['no user', {}, 'Give OZEKI_HTTP_USERNAME'],
])('a PBX that gives no token because of %s is a refusal', async (_case, env, advice) => {
  const users = [{ username: 'wall', password: 'right' }]
  const stage = await smallStage({ emulator: { access: { users } }, env })
  const page = await stage.visit('/team/support')
  await connectionIs(page, 'denied')
  await says(page, advice)
  expect(await page.content()).not.toContain('wrong')
})

test('a token that the PBX does not know is a refusal', async () => {
  const stage = await smallStage({ env: { OZEKI_TOKEN: 'made-up' } })
  const page = await stage.visit('/team/support')
  await connectionIs(page, 'denied')
  await says(page, 'Check the token')
})

test('a PBX whose HTTP API is switched off says so as a failure, not as a refusal', async () => {
  const stage = await smallStage({ config: { pbx: { httpApiUrl: null } } })
  const page = await stage.visit('/team/support')
  await connectionIs(page, 'failed')
  await says(page, 'give it to the server as OZEKI_TOKEN')
})

test('a page that gets no config says so, and goes on by itself once it gets one', async () => {
  const stage = await smallStage()
  const page = await stage.newPage()
  await page.route(/\/(api\/config|config\.json)$/, (route) => route.abort())
  await page.goto(`${stage.url}team/support`)
  const card = page.getByRole('alert')
  await card.waitFor()
  expect(await card.innerText()).toContain(`${new URL(stage.url).host} does not answer.`)
  await page.unroute(/\/(api\/config|config\.json)$/)
  await page.locator('[data-tile]').first().waitFor()
  await page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })
})

test('a wall stays live without its server, until it needs a new token', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  await stage.stopServer()
  const { sessionId } = waitingCaller(stage)
  offerToAgent(stage.exchange, sessionId, '1001')
  await stage.draw()
  expect(await tileStates(page)).toMatchObject({ '1001': 'ringing' })
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')

  stage.emulator.dropConnections()
  await connectionIs(page, 'closed')
  await page.clock.runFor(2_000)
  await connectionIs(page, 'failed')
  await says(page, 'server cannot be reached')
  expect(await hooks(page, '[data-tile][data-stale="false"]')).toEqual([])
})

test('figures of a stale wall stand still, like the times of its tiles', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  waitingCaller(stage)
  await stage.draw()
  await stage.stepTo(stage.clock.now() + 5_000)
  await stage.draw()
  const longest = async (): Promise<string | undefined> =>
    (await hooks(page, '[data-figure="longestWaitNow"][data-scope="team:support"]'))[0]?.['value']
  const before = Number(await longest())
  expect(before).toBeGreaterThan(4)
  await stage.stopServer()
  stage.emulator.dropConnections()
  await connectionIs(page, 'closed')
  await page.clock.runFor(60_000)
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('stale')
  expect(Number(await longest())).toBeLessThan(before + 2)
})

test('a connection that drops makes the wall stale, and live again by itself, with every call once', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const { sessionId } = waitingCaller(stage)
  const offered = offerToAgent(stage.exchange, sessionId, '1001')
  await stage.draw()
  acceptOffer(stage.exchange, sessionId, offered?.sessionId ?? '')
  waitingCaller(stage, { number: '+3615550999', name: '' })
  await stage.draw()
  const counted = (): Promise<Record<string, string | undefined>[]> =>
    hooks(page, '[data-chart-table="volume"] tbody tr:last-child td')
  const before = await counted()
  expect(before[0]).toMatchObject({ series: 'offered', value: '2' })

  stage.emulator.dropConnections()
  await connectionIs(page, 'closed')
  await page.clock.runFor(50)
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('stale')
  expect((await hooks(page, '[data-tile]')).map(({ stale }) => stale)).toEqual(['true', 'true'])
  expect(await saidOn(page)).toContain('was lost')

  await page.clock.runFor(1_000)
  await expect
    .poll(async () => {
      await page.clock.runFor(20)
      return page.locator('html').getAttribute('data-fresh')
    })
    .toBe('live')
  await stage.draw()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect((await hooks(page, '[data-tile]')).map(({ stale }) => stale)).toEqual(['false', 'false'])
  expect(await tileStates(page)).toEqual({ '1001': 'talking', '1002': 'available' })
  expect(await hooks(page, '[data-waiting]')).toHaveLength(1)
  expect(await counted()).toEqual(before)
})
