import { expect, test } from 'vitest'
import { begin, call, granted, start, token } from '../../support/ozekiStage.ts'

test.each(['map', 'array', 'Map', 'single'] as const)(
  'sessions alive at the connect are found in a listing as %s, and then followed',
  (listing) => {
    const { fake, client, told } = granted({ listing })
    const session = fake.session({ ...call, sessionState: 'InCall' })
    expect(client.snapshot().map(({ id, state }) => `${id} ${state!}`)).toEqual(['a InCall'])
    expect(told()).toEqual([])
    session.to('CallerOnHold')
    session.to('CalleeHungUp')
    expect(told()).toEqual(['changed a CallerOnHold', 'changed a CalleeHungUp'])
  },
)

test.each(['null', 'throws'] as const)(
  'a helper that lists %s leaves the sessions that were told',
  (listing) => {
    const { fake, client } = granted({ listing })
    start(fake)
    expect(client.snapshot()).toMatchObject([{ id: 'a', state: 'Ringing' }])
  },
)

test.each(['INCALL', 'IN_CALL', 'InCall', 'ANSWERED', 4])(
  'a helper that knows the state only as %s is asked so',
  (word) => {
    const helper = {
      getActiveSessionsBySessionState: (asked: unknown) => (asked === word ? { a: {} } : null),
    }
    const { client } = granted({}, { helper })
    expect(client.snapshot()).toMatchObject([{ id: 'a', state: 'InCall' }])
  },
)

test('a helper is asked for the value of the script’s own CallState', () => {
  const helper = {
    getActiveSessionsBySessionState: (asked: unknown) => (asked === 'talk!' ? [{ Id: 'a' }] : []),
  }
  const { client } = granted({}, { helper, globals: { CallState: { IN_CALL: 'talk!' } } })
  expect(client.snapshot()).toMatchObject([{ id: 'a', state: 'InCall' }])
})

test('a helper that lists everything for every state adds nothing that is over', () => {
  const all = {
    a: { sessionId: 'a', sessionState: 'CALLERHUNGUP' },
    b: { sessionId: 'b', sessionState: 'RINGING' },
  }
  const { client } = granted({}, { helper: { getActiveSessionsBySessionState: () => all } })
  expect(client.snapshot().map(({ id }) => id)).toEqual(['b'])
})

test('a session that ended is not brought back by a helper that still lists it', () => {
  const { fake, client } = granted()
  start(fake).to('CallerHungUp', { property: 'InCall' })
  expect(client.snapshot()).toEqual([])
})

test('a session that cannot call back is shown, and read again with every snapshot', () => {
  const { fake, client } = granted({ areSessionsSilent: true })
  const session = start(fake)
  expect(client.snapshot()[0]?.state).toBe('Ringing')
  session.to('InCall')
  expect(client.snapshot()[0]?.state).toBe('InCall')
})

test('a replay of a session that the snapshot held is not told again', () => {
  const { fake, client, told } = granted()
  const session = fake.session(call)
  client.snapshot()
  fake.create(session)
  expect(told()).toEqual([])
})

test('sessions that are replayed before the grant are part of the snapshot', () => {
  const { fake, client } = begin({ listing: 'null' })
  client.connect(token)
  start(fake)
  expect(client.snapshot()).toEqual([])
  fake.connection('ACCESS_GRANTED')
  expect(client.snapshot()).toHaveLength(1)
})

test('a session object that outlives a reconnect is followed again', () => {
  const { fake, client, told } = granted()
  const session = start(fake)
  fake.connection('CONNECTION_CLOSED')
  client.connect(token)
  fake.connection('ACCESS_GRANTED')
  expect(client.snapshot()).toHaveLength(1)
  session.to('InCall')
  expect(told()).toEqual(['opened a Ringing', 'changed a InCall'])
})
