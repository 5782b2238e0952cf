import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { hooks } from '../support/smallCentre.ts'
import { serveStaticSite } from '../support/staticSite.ts'
import { strangerScript } from '../support/strangerScript.ts'
import type { Stranger, StrangerHabits, StrangerSession } from '../support/strangerScript.ts'
import { serveScript } from '../support/textServer.ts'
import { launchBrowser } from '../support/sharedBrowser.ts'

declare const globalThis: { readonly stranger?: Stranger }

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

const timeZone = 'Europe/Budapest'

/** A wall beside a PBX that has these habits, which has been asked to let it in and has not answered yet. */
async function wallOf(habits: StrangerHabits): Promise<Page> {
  const site = await serveStaticSite({
    site: { timeZone },
    pbx: { address: '127.0.0.1', scriptUrl: await serveScript(strangerScript(habits)) },
    presence: { notSeen: false },
    teams: [{ id: 'support', queues: ['5000'], extensions: ['1001', '1002'] }],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  onTestFinished(() => page.close())
  await page.goto(`${site}team/support#token=handmade`)
  await page.waitForFunction(() => globalThis.stranger?.identities[0] === 'handmade')
  return page
}

async function letIn(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.stranger?.connection('ACCESS_GRANTED'))
  await page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })
}

const queued: StrangerSession = {
  sessionId: 'q1',
  masterSessionId: 'q1',
  sessionState: 'Setup',
  caller: '+3615550123',
  callee: '5000',
  dialedNumber: '5000',
}

const offered: StrangerSession = {
  ...queued,
  sessionId: 'a1',
  sessionState: 'TransferSetup',
  callee: '1001',
}

const open = (page: Page, session: StrangerSession, isSilent = false): Promise<void> =>
  page.evaluate(([facts, silent]) => globalThis.stranger?.open(facts, silent), [
    session,
    isSilent,
  ] as const)

const move = (page: Page, id: string, ...states: readonly string[]): Promise<void> =>
  page.evaluate(
    ([session, all]) => {
      for (const state of all) globalThis.stranger?.to(session, state)
    },
    [id, states] as const,
  )

const close = (page: Page, id: string): Promise<void> =>
  page.evaluate((session) => globalThis.stranger?.close(session), id)

const tileBecomes = (page: Page, state: string): Promise<void> =>
  page.locator(`[data-tile][data-extension="1001"][data-state="${state}"]`).waitFor()

/** Offered, answered and abandoned visits of the day. */
async function counts(page: Page): Promise<readonly number[]> {
  const cells = await hooks(page, '[data-chart-table="volume"] tbody td')
  return ['offered', 'answered', 'abandoned'].map((series) =>
    cells
      .filter((cell) => cell['series'] === series)
      .reduce((sum, { value }) => sum + Number(value), 0),
  )
}

/** Somebody calls the queue and is answered by 1001; how it ends is up to the test. */
async function playAnsweredCall(page: Page): Promise<void> {
  await open(page, queued)
  await move(page, 'q1', 'Ringing', 'InCall')
  await page.locator('[data-waiting="q1"]').waitFor()
  await move(page, 'q1', 'TransferRequested', 'Transferring')
  await open(page, offered)
  await move(page, 'a1', 'Ringing')
  await tileBecomes(page, 'ringing')
  await page.locator('[data-popup][data-call="q1"][data-state="Ringing"]').waitFor()
  await move(page, 'a1', 'InCall')
  await move(page, 'q1', 'TransferCompleted')
  await tileBecomes(page, 'talking')
  expect(await hooks(page, '[data-popup]')).toMatchObject([
    { call: 'q1', session: 'a1', state: 'InCall', direction: 'inbound' },
  ])
  await expect.poll(() => page.locator('[data-waiting]').count()).toBe(0)
}

const variants: readonly (readonly [name: string, habits: StrangerHabits])[] = [
  ['behaves as documented', {}],
  ['tells the connection as a plain word', { info: 'plain' }],
  ['tells the connection in a lower-case property', { info: 'state' }],
  ['calls the connection event onConStateChanged', { connectionEvent: 'onConStateChanged' }],
  ['names its properties Id, Callee and State', { names: 'short' }],
  ['capitalises every property', { names: 'pascal' }],
  ['writes INCALL', { words: 'INCALL' }],
  ['writes IN_CALL', { words: 'IN_CALL' }],
  ['writes In Call', { words: 'In Call' }],
  ['writes numbers', { words: 'number' }],
  ['calls back with state and session', { told: 'state, session' }],
  ['calls back with the session alone', { told: 'session' }],
  ['calls back with the state alone', { told: 'state' }],
  ['forgets whoever registered before the grant', { keeps: 'since the grant' }],
  ['lists no sessions at all', { listed: 'null' }],
  ['does most of it at once', { info: 'plain', names: 'short', words: 'number', told: 'state' }],
]

test.each(variants)('a PBX that %s is understood', async (_name, habits) => {
  const page = await wallOf(habits)
  await letIn(page)
  await playAnsweredCall(page)
  await close(page, 'q1')
  await move(page, 'a1', 'OnHold')
  await tileBecomes(page, 'hold')
  await move(page, 'a1', 'InCall', 'CalleeHungUp')
  await close(page, 'a1')
  await tileBecomes(page, 'available')
  expect(await counts(page)).toEqual([1, 1, 0])
})

test('a PBX that never closes a session is understood by the final states', async () => {
  const page = await wallOf({})
  await letIn(page)
  await playAnsweredCall(page)
  await move(page, 'a1', 'CallerHungUp')
  await tileBecomes(page, 'available')
  await page.locator('[data-popup]').waitFor({ state: 'detached' })
  expect(await counts(page)).toEqual([1, 1, 0])
})

test('a PBX that closes a session without a final state has ended it', async () => {
  const page = await wallOf({})
  await letIn(page)
  await playAnsweredCall(page)
  await close(page, 'a1')
  await tileBecomes(page, 'available')
  expect(await counts(page)).toEqual([1, 1, 0])
})

test.each([
  ['a map', { listed: 'map' }],
  ['an array', { listed: 'array' }],
  ['a map, of numbered states', { listed: 'map', words: 'number' }],
] as const)(
  'a call that only the helper knows, in %s, is on its tile, without a popup, and is followed',
  async (_name, habits) => {
    const page = await wallOf(habits)
    const direct = { ...queued, sessionId: 'd1', masterSessionId: 'd1', callee: '1001' }
    await open(page, { ...direct, sessionState: 'InCall', dialedNumber: '1001' }, true)
    await letIn(page)
    await tileBecomes(page, 'talking')
    await move(page, 'd1', 'OnHold')
    await tileBecomes(page, 'hold')
    expect(await page.locator('[data-popup]').count()).toBe(0)
    await move(page, 'd1', 'CallerHungUp')
    await tileBecomes(page, 'available')
    expect(await counts(page)).toEqual([0, 0, 0])
  },
)

const fiveMinutesAgo = Date.now() - 300_000
const localOf = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at)

/** How long callers wait by the wall who were there before it came, with these starts; four are in its list. */
async function waitsOf(startTimes: readonly (string | number)[]): Promise<readonly string[]> {
  const page = await wallOf({})
  for (const [place, startTime] of startTimes.entries()) {
    const [sessionId, caller] = [`q${place}`, `+361555010${place}`]
    const session = { ...queued, sessionId, masterSessionId: sessionId, caller }
    await open(page, { ...session, sessionState: 'InCall', startTime }, true)
  }
  await letIn(page)
  const waits = page.locator('[data-waiting] .time')
  // As many as there is room for, which is known when the list has been laid out.
  await expect.poll(() => waits.count()).toBe(startTimes.length)
  return waits.allTextContents()
}

test.each([
  [
    'texts',
    [
      new Date(fiveMinutesAgo).toISOString(),
      new Date(fiveMinutesAgo).toISOString().replace('Z', '5558+00:00'),
      localOf(fiveMinutesAgo),
      localOf(fiveMinutesAgo).replace(' ', 'T'),
    ],
  ],
  [
    'numbers',
    [
      String(fiveMinutesAgo),
      fiveMinutesAgo,
      Math.floor(fiveMinutesAgo / 1000),
      `/Date(${fiveMinutesAgo})/`,
    ],
  ],
])('since when those wait who came before the wall is known from %s', async (_, startTimes) => {
  for (const wait of await waitsOf(startTimes)) expect(wait).toMatch(/^[5-9]:\d\d$/)
})

test.each([
  ['without a day', ['', '08:30:00', '0.00:05:00.0000000', '300.5']],
  [
    'out of the world',
    [
      '0001-01-01T00:00:00',
      new Date(fiveMinutesAgo + 86_400_000).toISOString(),
      new Date(fiveMinutesAgo - 86_400_000).toISOString(),
      'soon',
    ],
  ],
])('starts %s are not believed: the wait counts from now', async (_, startTimes) => {
  for (const wait of await waitsOf(startTimes)) expect(wait).toMatch(/^[0-4]:\d\d$/)
})

test('words that nobody knows change nothing, and the wall stays live', async () => {
  const page = await wallOf({})
  await letIn(page)
  await playAnsweredCall(page)
  await move(page, 'a1', 'Levitating', '')
  await page.evaluate(() => {
    globalThis.stranger?.connection('CONNECTION_SPLENDID')
    globalThis.stranger?.open({ sessionId: '', sessionState: 'Ringing', callee: '1002' })
  })
  await move(page, 'a1', 'CalleeHungUp')
  await tileBecomes(page, 'available')
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')
  expect(await counts(page)).toEqual([1, 1, 0])
  await page.keyboard.press('?')
  const words = await page.locator('[data-card-row="unknownWords"]').innerText()
  expect(words).toMatch(/^\d+ \(.*Levitating.*CONNECTION_SPLENDID/)
})

test('an unknown word is a line in the browser’s log, once', async () => {
  const page = await wallOf({})
  const lines: string[] = []
  page.on('console', (message) => lines.push(message.text()))
  await letIn(page)
  await playAnsweredCall(page)
  await move(page, 'a1', 'Levitating', '')
  await move(page, 'a1', 'Levitating', '')
  await move(page, 'a1', 'CalleeHungUp')
  await tileBecomes(page, 'available')
  expect(lines.filter((line) => line.includes('Levitating'))).toHaveLength(1)
})
