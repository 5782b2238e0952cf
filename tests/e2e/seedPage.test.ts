import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { profiles } from '../../src/emulator/dialect.ts'
import type { EmulatedPbx } from '../support/emulatedPbx.ts'
import { builtWebphone, emulatedPbx } from '../support/emulatedPbx.ts'
import { seedPage, seedPageFiles } from '../support/seedPage.ts'
import { launchBrowser } from '../support/sharedBrowser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

/** The page, let in by the PBX; `faults` holds what it threw. */
async function opened(pbx: EmulatedPbx): Promise<{ page: Page; faults: string[] }> {
  const html = seedPage({
    serverAddress: '127.0.0.1',
    scriptPort: pbx.ports.script,
    securityToken: pbx.tokens.issue({ allowSessionModification: false }),
  })
  const { resolve } = createRequire(import.meta.url)
  const server = createServer((request, response) => {
    const file = seedPageFiles[request.url ?? '']
    if (file === undefined) response.setHeader('Content-Type', 'text/html').end(html)
    else void readFile(resolve(file)).then((content) => response.end(content))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction('window.OzWebClient && OzWebClient.checkWebPhoneState()')
  return { page, faults }
}

const seedPbx = (): Promise<EmulatedPbx> =>
  emulatedPbx({ webphoneScriptPath: builtWebphone, dialect: profiles.seed })

const popup = async (page: Page): Promise<readonly string[]> =>
  page.locator('#NoficationPopup label').allTextContents()

test('the page of the documents pops up the calls of 1001 and follows their states', async () => {
  const pbx = await seedPbx()
  const { page, faults } = await opened(pbx)
  const says = async (state: string): Promise<void> => {
    await pbx.settled()
    const parties = ['Caller: 1001', 'Callee: 5000', 'Direction: Internal']
    expect(await popup(page)).toEqual([...parties, `State: ${state}`])
  }

  const { sessionId } = pbx.exchange.open({ caller: '1001', callee: '5000' })
  pbx.exchange.move(sessionId, 'Ringing')
  await says('RINGING')
  expect(await page.locator('.ui-dialog-title').textContent()).toBe('Internal')
  pbx.exchange.move(sessionId, 'InCall')
  await says('IN_CALL')
  pbx.exchange.move(sessionId, 'CalleeOnHold')
  await says('HOLD')
  pbx.exchange.move(sessionId, 'CallerHungUp')
  await says('COMPLETED')
  expect(faults).toEqual([])
})

test('a caller from outside pops up by the line, and calls of others do not pop up', async () => {
  const pbx = await seedPbx()
  const { page, faults } = await opened(pbx)
  const other = pbx.exchange.open({ caller: '0612345678', callee: '1002' })
  pbx.exchange.move(other.sessionId, 'Ringing')
  await pbx.settled()
  expect(await popup(page)).toEqual([])

  const own = pbx.exchange.open({ caller: '0612345678', callee: '1001' })
  pbx.exchange.move(own.sessionId, 'Ringing')
  await pbx.settled()
  expect(await popup(page)).toEqual([
    'Caller: Line1',
    'Callee: 1001',
    'Direction: Inbound',
    'State: RINGING',
  ])
  expect(faults).toEqual([])
})
