import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { EmulatedPbx } from '../../../support/emulatedPbx.ts'
import { emulatedPbx, morning } from '../../../support/emulatedPbx.ts'
import type { WebClient } from './webClient.ts'
import { grantedWebClient, openWebClient } from './webClient.ts'

const tokenOf = ({ tokens }: EmulatedPbx, allowSessionModification = false): string =>
  tokens.issue({ allowSessionModification })

const watching = (pbx: EmulatedPbx): Promise<WebClient> =>
  grantedWebClient(pbx.ports.gateway, tokenOf(pbx))

const changing = (pbx: EmulatedPbx): Promise<WebClient> =>
  grantedWebClient(pbx.ports.gateway, tokenOf(pbx, true))

async function isDenied(
  pbx: EmulatedPbx,
  token: string,
  properties: Record<string, unknown> = {},
): Promise<boolean> {
  const client = await openWebClient(pbx.ports.gateway)
  client.send({ type: 'hello', token, properties })
  await once(client.socket, 'close')
  return client.all('denied').length === 1 && client.all('granted').length === 0
}

test('a token lets a web client in, and tells it extensions, lines and users', async () => {
  const pbx = await emulatedPbx()
  const granted = await (await watching(pbx)).first('granted')
  expect(granted.phoneNumber).toMatch(/^[0-9A-Za-z]{5,6}$/)
  expect(granted.extensions.map(({ id }) => id)).toEqual(['1001', '1002', '1500', '5000'])
  expect(granted.outsideLines).toMatchObject([{ id: 'Line1', extensionType: 'OutsideLine' }])
  expect(granted.users).toMatchObject([
    { fullName: 'Ana Ruiz', devices: ['1001'] },
    { fullName: 'Bo Lind', devices: ['1002'] },
  ])
})

test('an unknown token and one whose day is over are denied', async () => {
  const pbx = await emulatedPbx()
  const token = tokenOf(pbx)
  expect(await isDenied(pbx, 'nixtwtqHr0qTRk9FcrV8Sg')).toBe(true)
  pbx.clock.advanceTo(morning + 86_400_000)
  expect(await isDenied(pbx, token)).toBe(true)
})

test('a web client that is in stays in when its token ends', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  pbx.clock.advanceTo(morning + 90_000_000)
  pbx.exchange.open({ caller: '1001', callee: '1002' })
  await pbx.settled()
  expect(client.all('session')).toHaveLength(1)
})

test('a Webphone extension is let in by its password only, and goes by its own number', async () => {
  const pbx = await emulatedPbx({ webphones: [{ extension: '1500', password: '12345678' }] })
  const { gateway } = pbx.ports
  expect(await isDenied(pbx, '1500')).toBe(true)
  expect(await isDenied(pbx, '1500', { Password: '1234567' })).toBe(true)
  expect(await isDenied(pbx, '1001', { Password: '12345678' })).toBe(true)
  const client = await grantedWebClient(gateway, '1500', { Password: '12345678' })
  expect((await client.first('granted')).phoneNumber).toBe('1500')
})

test('nothing is told before a web client has been let in', async () => {
  const pbx = await emulatedPbx()
  const stranger = await openWebClient(pbx.ports.gateway)
  stranger.send({ type: 'history', filters: {} })
  pbx.exchange.open({ caller: '1001', callee: '1002' })
  stranger.send({ type: 'hello', token: 'no token', properties: {} })
  await once(stranger.socket, 'close')
  expect(stranger.all('session')).toEqual([])
  expect(stranger.all('history')).toEqual([])
})

test('sessions alive at the start are in the greeting and are not told again', async () => {
  const pbx = await emulatedPbx()
  const { sessionId } = pbx.exchange.open({ caller: '0612345678', callee: '5000' })
  pbx.exchange.move(sessionId, 'InCall')
  pbx.clock.advanceTo(morning + 90_500)
  const client = await watching(pbx)
  await pbx.settled()
  expect((await client.first('granted')).sessions).toEqual([
    expect.objectContaining({
      sessionId,
      masterSessionId: sessionId,
      sessionState: 'InCall',
      startTime: '2026-11-21T09:30:00.0000+01:00',
      talkDuration: '90',
      stateDuration: '90',
      caller: '0612345678',
      callee: '5000',
      source: 'Line1',
      sourceType: 'OutsideLine',
      direction: 'Inbound',
    }),
  ])
  expect(client.all('session')).toEqual([])
})

test('the life of a session is told in order, every value as text', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  const { sessionId } = pbx.exchange.open({ caller: '1001', callee: '1002' })
  pbx.exchange.move(sessionId, 'Ringing')
  pbx.exchange.move(sessionId, 'InCall')
  pbx.exchange.move(sessionId, 'CalleeHungUp')
  await pbx.settled()
  const told = client.all('session')
  expect(told.map(({ event, session }) => `${event} ${session.sessionState}`)).toEqual([
    'created Setup',
    'changed Ringing',
    'changed InCall',
    'changed CalleeHungUp',
    'closed CalleeHungUp',
  ])
  const values = told.flatMap(({ session }) => Object.values(session) as unknown[])
  expect(new Set(values.map((value) => typeof value))).toEqual(new Set(['string']))
})

test('the history is answered with the rows that pass the filters', async () => {
  const pbx = await emulatedPbx()
  for (const callee of ['1001', '1002']) {
    const { sessionId } = pbx.exchange.open({ caller: '061', callee })
    pbx.exchange.move(sessionId, 'Cancelled')
  }
  const client = await watching(pbx)
  client.send({ type: 'history', filters: { Extension: '1002' } })
  expect((await client.first('history')).rows).toEqual([
    expect.objectContaining({
      destination: '1002',
      state: 'Cancelled',
      startTime: '2026-11-21 09:30:00',
    }),
  ])
})

test('nonsense is ignored and the connection goes on', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  for (const text of ['', '{', 'null', '[]', '{"type":"dance"}', '{"type":"modify","method":1}']) {
    client.sendRaw(text)
  }
  client.socket.send(Buffer.from([1, 2, 3]))
  client.send({ type: 'history', filters: {} })
  expect((await client.first('history')).rows).toEqual([])
})

test('a message without end costs its sender the connection', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  client.sendRaw('x'.repeat(100_000))
  await once(client.socket, 'close')
  await pbx.settled()
  expect((await (await watching(pbx)).first('granted')).type).toBe('granted')
})

test('a client that is gone holds nobody up', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  client.socket.removeAllListeners('message')
  pbx.exchange.open({ caller: '1001', callee: '1002' })
  const settled = pbx.settled()
  pbx.dropConnections()
  await expect(settled).resolves.toBeUndefined()
})

test('without the right nothing of a session is changed, and the client hears why', async () => {
  const pbx = await emulatedPbx()
  const { sessionId } = pbx.exchange.open({ caller: '1001', callee: '1002', state: 'InCall' })
  const client = await watching(pbx)
  client.send({ type: 'modify', sessionId, method: 'hangup' })
  expect((await client.first('error')).message).toMatch(/does not allow to modify sessions/)
  client.send({ type: 'call', callId: 1, number: '1001' })
  client.send({ type: 'history', filters: {} })
  await client.first('history')
  expect(client.all('error')).toHaveLength(2)
  expect(pbx.exchange.active()).toMatchObject([{ sessionId, sessionState: 'InCall' }])
})

test.each([
  ['InCall', { method: 'hold' }, 'OnHold'],
  ['OnHold', { method: 'unhold' }, 'InCall'],
  ['Ringing', { method: 'accept' }, 'InCall'],
  ['Ringing', { method: 'reject' }, 'Busy'],
  ['Ringing', { method: 'hangup' }, 'Cancelled'],
  ['InCall', { method: 'closeWithHangup' }, 'CallerHungUp'],
  ['InCall', { method: 'close' }, 'Aborted'],
  ['Ringing', { method: 'forward', phoneNumber: '5000' }, 'Redirected'],
  [
    'InCall',
    { method: 'blindTransfer', transferor: '1002', phoneNumber: '5000' },
    'TransferCompleted',
  ],
] as const)('with the right, from %s %o leads to %s', async (state, request, after) => {
  const pbx = await emulatedPbx()
  const { sessionId } = pbx.exchange.open({ caller: '1001', callee: '1002', state })
  const client = await changing(pbx)
  client.send({ type: 'modify', sessionId, ...request })
  client.send({ type: 'history', filters: {} })
  await client.first('history')
  const states = client.all('session').filter(({ session }) => session.sessionId === sessionId)
  expect(states[states.length - 1]?.session.sessionState).toBe(after)
  expect(client.all('error')).toEqual([])
})

test('a transfer and a forward make a new session that belongs to the old one', async () => {
  const pbx = await emulatedPbx()
  const talking = pbx.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  const ringing = pbx.exchange.open({ caller: '062', callee: '1001', state: 'Ringing' })
  const client = await changing(pbx)
  const request = { type: 'modify', phoneNumber: '1002' } as const
  client.send({
    ...request,
    method: 'blindTransfer',
    sessionId: talking.sessionId,
    transferor: '1001',
  })
  client.send({ ...request, method: 'forward', sessionId: ringing.sessionId })
  client.send({ type: 'history', filters: {} })
  await client.first('history')
  expect(pbx.exchange.active()).toMatchObject([
    { caller: '061', callee: '1002', masterSessionId: talking.sessionId },
    { caller: '062', callee: '1002', masterSessionId: ringing.sessionId },
  ])
})

test.each([
  ['a session that nobody knows', 'nobody', 'hangup', "Call not found with ID 'nobody'"],
  ['a hold before the answer', undefined, 'hold', /is Ringing and does not allow it/],
  ['an unhold of what is not held', undefined, 'unhold', /is Ringing and does not allow it/],
  ['a forward to nowhere', undefined, 'forward', 'A forward needs a phone number.'],
] as const)('%s is an error', async (_, wrongId, method, message) => {
  const pbx = await emulatedPbx()
  const { sessionId } = pbx.exchange.open({ caller: '1001', callee: '1002', state: 'Ringing' })
  const client = await changing(pbx)
  client.send({ type: 'modify', sessionId: wrongId ?? sessionId, method })
  expect((await client.first('error')).message).toMatch(message)
  expect(pbx.exchange.active()).toMatchObject([{ sessionState: 'Ringing' }])
})
