import { connect } from 'node:net'
import type { Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/sharedBrowser.ts'
import { callwall, temporaryFile } from '../support/commandLine.ts'
import { hooks, tileStates } from '../support/smallCentre.ts'

const anyPorts = ['--script-port', '0', '--gateway-port', '0', '--http-port', '0', '--port', '0']

/** Closed when the test has finished. */
async function newPage(url: string): Promise<Page> {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(url)
  await page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })
  return page
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

test('one command shows a wall on which calls come and go', { timeout: 180_000 }, async () => {
  const command = callwall('start', ...anyPorts, '--seed', '1', '--speed', '20')
  const [, url = ''] = await command.prints(/The wall\s+(http:\S+)/)
  const page = await newPage(url)
  const offered = async (): Promise<number> => {
    const cells = await hooks(page, '[data-chart-table="volume"] [data-series="offered"]')
    return cells.reduce((sum, { value }) => sum + Number(value), 0)
  }
  const before = { states: await tileStates(page), offered: await offered() }
  expect(Object.keys(before.states).length).toBeGreaterThan(2)

  const patience = { timeout: 60_000 }
  const popup = page.locator('[data-popup]').first()
  await popup.waitFor(patience)
  const call = (await popup.getAttribute('data-call')) ?? ''
  await expect.poll(() => tileStates(page), patience).not.toEqual(before.states)
  await expect.poll(offered, patience).toBeGreaterThan(before.offered)
  await page
    .locator(`[data-popup][data-call="${call}"]`)
    .waitFor({ state: 'detached', ...patience })
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')
})

test('SIGTERM ends it with exit code 0, and every port is free again', async () => {
  const command = callwall('start', ...anyPorts)
  const [, port = ''] = await command.prints(/The wall\s+http:\/\/127\.0\.0\.1:(\d+)/)
  const [, script = ''] = await command.prints(/script on port (\d+)/)
  const ports = [Number(port), Number(script)]
  expect(await Promise.all(ports.map(isOpen))).toEqual([true, true])
  command.child.kill('SIGTERM')
  expect(await command.exited).toBe(0)
  expect(await Promise.all(ports.map(isOpen))).toEqual([false, false])
})

test('a wall that is open does not keep it from ending', async () => {
  const command = callwall('start', ...anyPorts)
  const [, url = ''] = await command.prints(/The wall\s+(http:\S+)/)
  const page = await newPage(url)
  command.child.kill('SIGTERM')
  expect(await command.exited).toBe(0)
  await page.locator('html[data-fresh="stale"]').waitFor({ state: 'attached' })
})

test('a day from a file has a wall of its own, whose address is printed', async () => {
  const header = 'call_id,day,queue,caller,arrive_s,answer_s,end_s,agent'
  const rows = '1,,5007,+3615550123,40000,40010,40100,1001\n2,,5007,+3615550124,40001,,40050,\n'
  const path = await temporaryFile('day.csv', `${header}\n${rows}`)
  const command = callwall('start', ...anyPorts, '--traffic', path)
  const [, url = ''] = await command.prints(/The wall\s+(http:\S+)/)
  const page = await newPage(url)
  expect(Object.keys(await tileStates(page))).toEqual(['1001'])
})
