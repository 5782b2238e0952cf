import { expect, test } from 'vitest'
import { begin, call, granted, start, token } from '../../support/ozekiStage.ts'

test.each([
  ['an object with State', { connectionInfo: 'State' }],
  ['an object with state', { connectionInfo: 'state' }],
  ['a plain word', { connectionInfo: 'plain' }],
  ['the method’s other name', { connectionMethods: ['onConStateChanged'] }],
  ['both methods', { connectionMethods: ['onConnectionStateChanged', 'onConStateChanged'] }],
] as const)('the four outcomes are heard once each through %s', (_, options) => {
  for (const [word, state] of [
    ['ACCESS_GRANTED', 'granted'],
    ['ACCESS_DENIED', 'denied'],
    ['CONNECTION_FAILED', 'failed'],
    ['CONNECTION_CLOSED', 'closed'],
    ['accessGranted', 'granted'],
    ['Connection Closed', 'closed'],
  ]) {
    const { fake, client, states } = begin(options)
    client.connect(token)
    fake.connection(word!)
    expect(states).toEqual(['connecting', state])
  }
})

test.each([
  [{ callback: 'session, state' }],
  [{ callback: 'state, session' }],
  [{ callback: 'session' }],
  [{ callback: 'state' }],
  [{ callback: 'none' }],
  [{ properties: 'pascal' }],
  [{ properties: 'short' }],
  [{ spell: (state: string) => state.toUpperCase() }],
  [{ spell: (state: string) => state.replace(/\B[A-Z]/g, '_$&').toUpperCase() }],
  [{ callback: 'state', spell: (state: string) => ({ Ringing: 3, InCall: 4 })[state] ?? 13 }],
] as const)('a call is followed to its end with %o', (options) => {
  const { fake, told, client } = granted(options)
  const session = start(fake)
  session.to('InCall')
  session.to('CallerHungUp')
  expect(told()).toEqual(['opened a Ringing', 'changed a InCall', 'changed a CallerHungUp'])
  expect(client.snapshot()).toEqual([])
  expect(client.unknownWords().count).toBe(0)
})

test('the state that is said counts where the property is never updated', () => {
  const { fake, told } = granted()
  const session = start(fake)
  session.to('InCall', { property: 'Ringing' })
  session.to('CalleeHungUp', { property: 'Ringing' })
  expect(told()).toEqual(['opened a Ringing', 'changed a InCall', 'changed a CalleeHungUp'])
})

test('a more specific end in the property wins over COMPLETED', () => {
  const { fake, told } = granted()
  start(fake).to('COMPLETED', { property: 'CALLER_HUNG_UP' })
  expect(told()).toEqual(['opened a Ringing', 'changed a CallerHungUp'])
})

test('COMPLETED alone ends a session with the side unknown', () => {
  const { fake, told, client } = granted()
  start(fake).to('COMPLETED')
  expect(told()).toEqual(['opened a Ringing', 'changed a Ended'])
  expect(client.snapshot()).toEqual([])
})

test('an unknown state is counted, logged once, and leaves the session as it was', () => {
  const { fake, client, told, log } = granted()
  const session = start(fake)
  session.to('PARKED', { property: 'Ringing' })
  session.to('PARKED', { property: 'Ringing' })
  expect(told()).toEqual(['opened a Ringing'])
  expect(client.snapshot()[0]?.state).toBe('Ringing')
  expect(client.unknownWords()).toEqual({ count: 2, examples: ['unknown state: PARKED'] })
  expect(log).toHaveLength(1)
})

test('a session that opens with an unknown state is told without one', () => {
  const { fake, told } = granted()
  start(fake, { ...call, sessionState: 'PARKED' })
  expect(told()).toEqual(['opened a ?'])
})

test('a close without a final state is told with the state as it was', () => {
  const { fake, told, client } = granted()
  const session = start(fake)
  session.to('InCall')
  fake.close(session)
  fake.close(session)
  expect(told()).toEqual(['opened a Ringing', 'changed a InCall', 'closed a InCall'])
  expect(client.snapshot()).toEqual([])
})

test('the end of a session that was closed without one is still heard', () => {
  const { fake, told } = granted()
  const session = start(fake)
  fake.close(session)
  session.to('InCall')
  session.to('Cancelled')
  expect(told()).toEqual(['opened a Ringing', 'closed a Ringing', 'changed a Cancelled'])
})

test('a session that loses its properties at the end keeps what it told before', () => {
  const { fake, events } = granted()
  const session = start(fake)
  delete session.object['caller']
  delete session.object['callee']
  session.to('NotAnswered')
  expect(events[1]?.session).toMatchObject({ caller: '0155', callee: '5000' })
})

test('a callee that changes is told', () => {
  const { fake, events } = granted()
  const session = start(fake)
  session.object['callee'] = '1002'
  session.to('Ringing')
  expect(events[1]).toMatchObject({
    type: 'changed',
    session: { callee: '1002', state: 'Ringing' },
  })
})

test('events carry the moment of receipt', () => {
  const { fake, timers, events } = granted()
  timers.pass(250)
  start(fake)
  expect(events[0]?.at).toBe(1_250)
})

test('nonsense instead of a session is counted and changes nothing', () => {
  const { fake, client, events } = granted({ keeps: 'last' })
  for (const nonsense of [undefined, null, 7, 'a', {}, []]) {
    fake.emit('onSessionCreated', nonsense)
    fake.emit('onSessionClosed', nonsense)
  }
  expect(events).toEqual([])
  expect(client.unknownWords().count).toBe(12)
})
