import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pages, PbxPage } from '../support/webphonePage.ts'
import { heardBy, hears, startPages, webphonePbx } from '../support/webphonePage.ts'

declare const globalThis: PbxPage

let pages: Pages

beforeAll(async () => {
  pages = await startPages()
})

afterAll(() => pages.stop())

test('without the right a change is refused by an error, and nonsense throws at once', async () => {
  const pbx = await webphonePbx()
  const page = await pages.connected(pbx)
  pbx.exchange.open({ caller: '1001', callee: '1002', state: 'InCall' })
  await pbx.settled()
  const thrown = await page.evaluate(() => {
    const [session] = globalThis.sessions
    const attempts = [
      () => session?.blindTransfer('1003', '5000'),
      () => session?.blindTransfer('1001'),
      () => session?.forward(),
    ]
    session?.hold()
    return attempts.map((attempt) => {
      try {
        attempt()
        return 'nothing'
      } catch (error) {
        return (error as Error).message
      }
    })
  })
  expect(thrown).toEqual([
    'The transferor must be the caller or the callee of the session.',
    'The phone number is missing.',
    'The phone number is missing.',
  ])
  await hears(page, 'error The security token does not allow to modify sessions.')
  expect(pbx.exchange.active()).toMatchObject([{ sessionState: 'InCall' }])
})

test('with the right a page can hold a call', async () => {
  const pbx = await webphonePbx()
  const page = await pages.connected(pbx, true)
  pbx.exchange.open({ caller: '1001', callee: '1002', state: 'InCall' })
  await pbx.settled()
  await page.evaluate(() => globalThis.sessions[0]?.hold())
  await hears(page, 'same OnHold OnHold')
})

test('of two callbacks the last one wins, and one that throws stops nothing', async () => {
  const pbx = await webphonePbx()
  const page = await pages.connected(pbx)
  await page.evaluate(() => {
    globalThis.OzWebClient.onSessionCreated(() => globalThis.heard.push('second'))
    globalThis.OzWebClient.onSessionClosed(() => {
      throw new Error('the fault of the page')
    })
  })
  const fault = page.waitForEvent('pageerror')
  for (const callee of ['1001', '1002']) {
    const { sessionId } = pbx.exchange.open({ caller: '061', callee })
    pbx.exchange.move(sessionId, 'Cancelled')
  }
  await pbx.settled()
  expect((await fault).message).toBe('the fault of the page')
  expect(await heardBy(page)).toEqual(['ACCESS_GRANTED', 'second', 'second'])
})

test('users, other clients and the history come to their callbacks', async () => {
  const pbx = await webphonePbx()
  const { sessionId } = pbx.exchange.open({ caller: '061', callee: '1001' })
  pbx.exchange.move(sessionId, 'Cancelled')
  const page = await pages.open(pbx)
  const token = pbx.tokens.issue({ allowSessionModification: false })
  await page.evaluate((given) => {
    const { OzWebClient, heard } = globalThis
    OzWebClient.onUserInfoReceived(({ fullName }) => heard.push(fullName))
    OzWebClient.onClientStateChanged((info) => heard.push(JSON.stringify(info)))
    OzWebClient.onCallHistoryInfoReceived((rows) => heard.push(...rows.map(({ state }) => state)))
    OzWebClient.connect('127.0.0.1', given)
  }, token)
  await hears(page, 'Bo Lind')
  await page.evaluate(() => globalThis.OzWebClient.getCallHistory({ state: 'Cancelled' }))
  await hears(page, 'Cancelled')

  const other = await pages.open(pbx)
  await other.evaluate(() =>
    globalThis.OzWebClient.connect('127.0.0.1', '1500', { Password: '12345678', Nickname: 'Jo' }),
  )
  await hears(other, 'ACCESS_GRANTED')
  await other.evaluate(() => globalThis.OzWebClient.disconnect())
  await hears(other, 'CONNECTION_CLOSED')
  const online = { nickname: 'Jo', Nickname: 'Jo', phoneNumber: '1500', status: 'ONLINE' }
  await hears(page, JSON.stringify({ ...online, status: 'OFFLINE' }))
  expect(await heardBy(page)).toContain(JSON.stringify(online))
})

test('a page can call another one, which can answer', async () => {
  const pbx = await webphonePbx()
  const callee = await pages.open(pbx)
  await callee.evaluate(() =>
    globalThis.OzWebClient.connect('127.0.0.1', '1500', { Password: '12345678' }),
  )
  await hears(callee, 'ACCESS_GRANTED')
  const caller = await pages.connected(pbx, true)
  await caller.evaluate(() => {
    const call = globalThis.OzWebClient.createCall('1500')
    call.onCallStateChanged((state) => globalThis.heard.push(`call ${state}`))
    globalThis.calls.push(call)
    call.start()
  })
  await hears(caller, 'call RINGING')
  await callee.waitForFunction(() => globalThis.calls.length === 1)
  await callee.evaluate(() => globalThis.calls[0]?.accept())
  await hears(caller, 'call IN_CALL')
  await caller.evaluate(() => globalThis.calls[0]?.hangUp())
  await hears(caller, 'call COMPLETED')
  expect(await caller.evaluate(() => globalThis.calls[0]?.getOtherParty())).toBe('1500')
})
