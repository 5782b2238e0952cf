import { expect, test } from 'vitest'
import { begin, call, granted, start, token } from '../../support/ozekiStage.ts'

test('a token connects with the properties and without a password', () => {
  const { fake, client, states } = begin()
  client.connect(token)
  expect(fake.connects).toEqual([
    ['pbx.test', token.token, { Nickname: 'Support wall', kind: 'callwall', version: '1' }],
  ])
  expect(states).toEqual(['connecting'])
})

test('a Webphone extension connects with its password among the properties', () => {
  const { fake, client } = begin()
  client.connect({ type: 'extension', extension: '1500', password: 'secret' })
  expect(fake.connects[0]?.[1]).toBe('1500')
  expect(fake.connects[0]?.[2]).toMatchObject({ Password: 'secret', Nickname: 'Support wall' })
})

test('the values of the script’s own ConnectionState are understood', () => {
  const { fake, client, states } = begin({}, { globals: { ConnectionState: { ACCESS_DENIED: 2 } } })
  client.connect(token)
  fake.emit('onConnectionStateChanged', { State: 2 })
  expect(states).toEqual(['connecting', 'denied'])
})

test('an unknown connection state changes nothing and is logged', () => {
  const { fake, client, states, log } = begin()
  client.connect(token)
  fake.connection('CONNECTION_MAYBE')
  fake.emit('onConnectionStateChanged', undefined)
  expect(states).toEqual(['connecting'])
  expect(log[0]).toBe('unknown connection state: CONNECTION_MAYBE')
})

test('a connect that throws has failed', () => {
  const { client, states, log } = begin({ throws: ['connect'] })
  client.connect(token)
  expect(states).toEqual(['connecting', 'failed'])
  expect(log).toEqual(['connect failed: connect is out of order'])
})

test('registrations that throw do not keep the others from working', () => {
  const { fake, events } = granted({ throws: ['onSessionClosed', 'onErrorOccured'] })
  start(fake)
  expect(events).toHaveLength(1)
})

test('no secret is written into the log', () => {
  const { fake, log } = granted()
  fake.emit('onErrorOccured', { message: `token ${token.token} has expired` })
  expect(log).toEqual(['the PBX reports an error: token … has expired'])
})

test('a missing script is told, and the next connect tries again', () => {
  const { fake, page, client, states } = begin({}, { globals: { OzWebClient: undefined } })
  client.connect(token)
  page.scripts[0]?.onerror?.()
  expect(states).toEqual(['connecting', 'scriptMissing'])
  client.connect(token)
  page.define('OzWebClient', fake.ozWebClient)
  page.scripts[0]?.onload?.()
  fake.connection('ACCESS_GRANTED')
  expect(states).toEqual(['connecting', 'scriptMissing', 'connecting', 'granted'])
})

test.each(['all', 'last'] as const)(
  'a script that keeps %s of the registrations tells every event once',
  (keeps) => {
    const { fake, client, told } = granted({ keeps })
    fake.connection('CONNECTION_CLOSED')
    client.connect(token)
    fake.connection('ACCESS_GRANTED')
    const session = start(fake)
    session.to('InCall')
    session.to('CallerHungUp')
    fake.close(session)
    expect(told()).toEqual([
      'opened a Ringing',
      'changed a InCall',
      'changed a CallerHungUp',
      'closed a CallerHungUp',
    ])
  },
)

test('registrations do not pile up over many reconnects', () => {
  const { fake, client } = granted()
  for (let round = 0; round < 50; round++) {
    fake.connection('CONNECTION_CLOSED')
    client.connect(token)
    fake.connection('ACCESS_GRANTED')
  }
  expect(fake.registrations('onConnectionStateChanged')).toBe(1)
  expect(fake.registrations('onSessionCreated')).toBe(2)
})

test('sessions of an older connection are not heard any more', () => {
  const { fake, client, told } = granted()
  const old = start(fake)
  fake.connection('CONNECTION_CLOSED')
  client.connect(token)
  fake.connection('ACCESS_GRANTED')
  old.to('InCall')
  expect(told()).toEqual(['opened a Ringing'])
})

test('nothing is heard after a disconnect', () => {
  const { fake, client, states, events } = granted()
  const session = start(fake)
  client.disconnect()
  client.disconnect()
  session.to('InCall')
  start(fake, { ...call, sessionId: 'b' })
  fake.connection('CONNECTION_CLOSED')
  expect(fake.disconnects()).toBe(1)
  expect(states).toEqual(['connecting', 'granted'])
  expect(events).toHaveLength(1)
  expect(client.snapshot()).toEqual([])
  expect(client.directory()).toEqual([])
})

test('the late close of a connection that was given up does not end the next one', () => {
  const { fake, client, states } = granted()
  client.connect(token)
  fake.connection('CONNECTION_CLOSED')
  fake.connection('ACCESS_GRANTED')
  expect(states).toEqual(['connecting', 'granted', 'connecting', 'granted'])
  fake.connection('CONNECTION_CLOSED')
  expect(states.slice(-1)).toEqual(['closed'])
})

test('a connection that comes back by itself is heard from scratch', () => {
  const { fake, client, states, told } = granted()
  start(fake)
  fake.connection('CONNECTION_CLOSED')
  start(fake, { ...call, sessionId: 'b' })
  expect(client.snapshot()).toEqual([])
  fake.connection('ACCESS_GRANTED')
  start(fake, { ...call, sessionId: 'c' })
  expect(states).toEqual(['connecting', 'granted', 'closed', 'granted'])
  expect(told()).toEqual(['opened a Ringing', 'opened c Ringing'])
})

test('no method that changes a call is ever touched', () => {
  const { fake, client } = granted({}, { helper: { getExtensions: () => ['1001'] } })
  const session = start(fake)
  session.to('InCall')
  client.snapshot()
  client.directory()
  session.to('CallerHungUp')
  fake.close(session)
  client.disconnect()
  expect(fake.touched).toEqual([])
  expect(session.object['hangup']).toBeUndefined()
  expect(fake.touched).toEqual(['hangup'])
})
