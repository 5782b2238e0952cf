import { afterAll, beforeAll, expect, test } from 'vitest'
import { morning } from '../support/emulatedPbx.ts'
import type { Pages, PbxPage } from '../support/webphonePage.ts'
import { heardBy, hears, startPages, webphonePbx } from '../support/webphonePage.ts'

declare const globalThis: PbxPage

let pages: Pages

beforeAll(async () => {
  pages = await startPages()
})

afterAll(() => pages.stop())

test('a page with a token is let in, one with another is denied', async () => {
  const pbx = await webphonePbx()
  const granted = await pages.connected(pbx)
  expect(await heardBy(granted)).toEqual(['ACCESS_GRANTED'])
  expect(await granted.evaluate(() => globalThis.OzWebClient.checkWebPhoneState())).toBe(true)

  const denied = await pages.open(pbx)
  await denied.evaluate(() => globalThis.OzWebClient.connect('127.0.0.1', 'no token'))
  await hears(denied, 'ACCESS_DENIED')
  expect(await denied.evaluate(() => globalThis.OzWebClient.checkWebPhoneState())).toBe(false)
  expect(await heardBy(denied)).toEqual(['ACCESS_DENIED'])
})

test('a Webphone extension with its password is let in', async () => {
  const pbx = await webphonePbx()
  const page = await pages.open(pbx)
  await page.evaluate(() =>
    globalThis.OzWebClient.connect('127.0.0.1', '1500', { Password: '12345678' }),
  )
  await hears(page, 'ACCESS_GRANTED')
})

test('the globals have the documented words', async () => {
  const page = await pages.open(await webphonePbx())
  const words = await page.evaluate(() => [
    Object.keys(globalThis.ConnectionState),
    Object.keys(globalThis.CallState),
  ])
  expect(words).toEqual([
    ['ACCESS_GRANTED', 'ACCESS_DENIED', 'CONNECTION_FAILED', 'CONNECTION_CLOSED'],
    ['RINGING', 'NOT_FOUND', 'REJECTED', 'HOLD', 'IN_CALL', 'COMPLETED', 'BUSY', 'ANSWERED'],
  ])
})

test('a session is one object from its creation to its close', async () => {
  const pbx = await webphonePbx()
  const page = await pages.connected(pbx)
  const { sessionId } = pbx.exchange.open({ caller: '0612345678', callee: '1001' })
  pbx.exchange.move(sessionId, 'Ringing')
  pbx.clock.advanceTo(morning + 5000)
  pbx.exchange.move(sessionId, 'InCall')
  pbx.clock.advanceTo(morning + 35_000)
  pbx.exchange.move(sessionId, 'CallerHungUp')
  await pbx.settled()
  expect(await heardBy(page)).toEqual([
    'ACCESS_GRANTED',
    'created Setup',
    'same Ringing Ringing',
    'same InCall InCall',
    'same CallerHungUp CallerHungUp',
    'closed CallerHungUp',
  ])
  const session = await page.evaluate(() => ({ ...globalThis.sessions[0] }))
  expect(session).toMatchObject({
    sessionId,
    caller: '0612345678',
    calleeDisplayName: 'Ana Ruiz',
    startTime: '2026-11-21T09:30:00.0000+01:00',
    talkDuration: '30',
    direction: 'Inbound',
  })
})

test('sessions alive before are found by the helper, by their state in any spelling', async () => {
  const pbx = await webphonePbx()
  const talking = pbx.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  const held = pbx.exchange.open({ caller: '1001', callee: '1002', state: 'OnHold' })
  const page = await pages.connected(pbx)
  const found = await page.evaluate(() => {
    const { helper } = globalThis.OzWebClient
    const spellings = ['InCall', 'IN_CALL', 'INCALL', 'in call', '4', 'HOLD', 'Ringing', 'Nonsense']
    return spellings.map((state) =>
      Object.keys(helper['getActiveSessionsBySessionState']?.(state) ?? {}),
    )
  })
  const calls = [talking.sessionId]
  expect(found).toEqual([calls, calls, calls, calls, calls, [held.sessionId], [], []])
  expect(await heardBy(page)).toEqual(['ACCESS_GRANTED'])

  pbx.exchange.move(talking.sessionId, 'CalleeHungUp')
  await pbx.settled()
  expect(await heardBy(page)).toEqual(['ACCESS_GRANTED', 'closed CalleeHungUp'])
  const gone = await page.evaluate(
    (id) => globalThis.OzWebClient.helper['getActiveSessionById']?.(id),
    talking.sessionId,
  )
  expect(gone).toBeNull()
})

test('the helper knows extensions, lines and users', async () => {
  const pbx = await webphonePbx()
  const { sessionId } = pbx.exchange.open({ caller: '061', callee: '1001' })
  const page = await pages.connected(pbx)
  const told = await page.evaluate(() => {
    const { helper } = globalThis.OzWebClient
    const ids = (name: string, ...given: string[]): string[] =>
      Object.keys(helper[name]?.(...given) ?? {})
    return {
      all: ids('getExtensions'),
      phones: ids('getExtensionsByType', 'sip'),
      lines: ids('getOutsideLines'),
      queue: helper['getExtensionById']?.('5000')?.['name'],
      user: helper['getUserByExtension']?.('1001')?.['fullName'],
      nobody: helper['getUserById']?.('admin'),
      callsOfExtension: ids('getActiveCallsOfExtension', '1001'),
      callsOfUser: ids('getActiveCallsOfUser', 'user1002'),
    }
  })
  expect(told).toEqual({
    all: ['1001', '1002', '1500', '5000'],
    phones: ['1001', '1002'],
    lines: ['Line1'],
    queue: 'Support',
    user: 'Ana Ruiz',
    nobody: null,
    callsOfExtension: [sessionId],
    callsOfUser: [],
  })
})

test('a lost connection is told once, empties the helper and does not come back by itself', async () => {
  const pbx = await webphonePbx()
  pbx.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  const page = await pages.connected(pbx)
  pbx.dropConnections()
  await hears(page, 'CONNECTION_CLOSED')
  const left = await page.evaluate(() =>
    globalThis.OzWebClient.helper['getActiveSessionsBySessionState']?.('InCall'),
  )
  expect(left).toEqual({})
  expect(await heardBy(page)).toEqual(['ACCESS_GRANTED', 'CONNECTION_CLOSED'])
})

test('after connecting again an old session object is dead and stays as it was', async () => {
  const pbx = await webphonePbx()
  const page = await pages.connected(pbx, true)
  const { sessionId } = pbx.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  await pbx.settled()
  pbx.dropConnections()
  await hears(page, 'CONNECTION_CLOSED')

  const token = pbx.tokens.issue({ allowSessionModification: true })
  await page.evaluate((given) => {
    globalThis.heard.length = 0
    globalThis.OzWebClient.connect('127.0.0.1', given)
  }, token)
  await hears(page, 'ACCESS_GRANTED')
  await page.evaluate(() => globalThis.sessions[0]?.hangup())
  await hears(page, 'error There is no connection to the PBX.')
  expect(pbx.exchange.active()).toHaveLength(1)

  pbx.exchange.move(sessionId, 'CallerHungUp')
  await pbx.settled()
  expect(await page.evaluate(() => globalThis.sessions[0]?.sessionState)).toBe('InCall')
  expect(await heardBy(page)).toEqual([
    'ACCESS_GRANTED',
    'error There is no connection to the PBX.',
    'closed CallerHungUp',
  ])
})

test('where no PBX is, and where no address is, the connection fails', async () => {
  const pbx = await webphonePbx()
  const page = await pages.open(pbx)
  await pbx.stop()
  await page.evaluate(() => globalThis.OzWebClient.connect('127.0.0.1', 'token'))
  await hears(page, 'CONNECTION_FAILED')
  await page.evaluate(() => {
    globalThis.heard.length = 0
    globalThis.OzWebClient.connect('no address', 'token')
  })
  await hears(page, 'CONNECTION_FAILED')
  expect(await heardBy(page)).toEqual(['CONNECTION_FAILED'])
})
