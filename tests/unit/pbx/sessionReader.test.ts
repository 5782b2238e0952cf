import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSession } from '../../../src/pbx/ozeki/sessionReader.ts'

const facts = {
  id: 'a',
  masterId: 'm',
  state: 'InCall',
  caller: '+3615550100',
  callee: '1001',
  callerName: 'Anna',
  calleeName: 'Ben',
  dialed: '5000',
  direction: 'inbound',
  startedAt: Date.UTC(2013, 6, 1, 8, 49, 7),
}

const camel = {
  sessionId: 'a',
  masterSessionId: 'm',
  sessionState: 'IN_CALL',
  caller: 'sip:+36 1 555 0100@pbx',
  callee: '1001',
  callerDisplayName: 'Anna',
  calleeDisplayName: 'Ben',
  dialedNumber: '5000',
  direction: 'Inbound',
  startTime: '2013-07-01T10:49:07+02:00',
}

const pascal = Object.fromEntries(
  Object.entries(camel).map(([name, value]) => [
    name.charAt(0).toUpperCase() + name.slice(1),
    value,
  ]),
)

test('a session is read as documented', () => {
  expect(readSession(camel)).toEqual(facts)
})

test('a session is read in Pascal case', () => {
  expect(readSession(pascal)).toEqual(facts)
})

test('every spelling of the identifiers is read', () => {
  for (const name of ['sessionId', 'SessionId', 'SessionID', 'sessionID', 'Id', 'ID', 'id']) {
    expect(readSession({ [name]: 'a' })?.id).toBe('a')
  }
  for (const name of ['masterSessionId', 'MasterSessionId', 'MasterSessionID']) {
    expect(readSession({ id: 'a', [name]: 'm' })?.masterId).toBe('m')
  }
  for (const name of ['sessionState', 'SessionState', 'State', 'state']) {
    expect(readSession({ id: 'a', [name]: 3 })?.state).toBe('Ringing')
  }
})

test('the session’s own name of a property is heard before the short one', () => {
  expect(readSession({ id: 'short', sessionId: 'long' })?.id).toBe('long')
  expect(readSession({ id: 'a', State: 'Setup', sessionState: 'InCall' })?.state).toBe('InCall')
})

test('source and destination stand in for missing parties', () => {
  const session = readSession({ id: 'a', source: 1001, destination: '1002', callee: '' })
  expect(session).toMatchObject({ caller: '1001', callee: '1002' })
})

test('an outside line is no party: behind it is somebody whose number was withheld', () => {
  const isLine = (id: string): boolean => id === 'line1'
  const raw = { id: 'a', caller: '', source: 'line1', callee: '1001' }
  expect(readSession(raw, {}, { isLine })).toMatchObject({ caller: '', callee: '1001' })
  const known = { id: 'a', caller: '+3615550100', source: 'line1', callee: 'line1' }
  expect(readSession(known, {}, { isLine })).toMatchObject({ caller: '+3615550100', callee: '' })
})

test('identifiers keep the case of their letters, numbers become text', () => {
  expect(readSession({ sessionId: 'AOZXH' })?.id).toBe('AOZXH')
  expect(readSession({ sessionId: 17 })?.id).toBe('17')
})

test('what has no id is no session', () => {
  for (const raw of [undefined, null, '', 'a', 7, {}, [], { sessionId: '' }, { sessionId: '  ' }]) {
    expect(readSession(raw)).toBeUndefined()
  }
})

test('the place where it was found tells what a session does not say itself', () => {
  const hint = { id: 'key', state: 'Ringing' } as const
  expect(readSession({ caller: '1' }, hint)).toMatchObject({ id: 'key', state: 'Ringing' })
  expect(readSession({ id: 'own', state: 'InCall' }, hint)).toMatchObject({
    id: 'own',
    state: 'InCall',
  })
})

test('unknown words leave the value out and are told', () => {
  const told: string[] = []
  const onUnknownWord = (kind: string, word: string): void => void told.push(`${kind} ${word}`)
  const hint = { state: 'Ringing' } as const
  const raw = { id: 'a', sessionState: 'PARKED', direction: 'Incoming' }
  expect(readSession(raw, hint, { onUnknownWord })).toMatchObject({
    state: undefined,
    direction: undefined,
  })
  expect(told).toEqual(['state PARKED', 'direction Incoming'])
})

test('the four directions are read in any case of letters', () => {
  const words = ['INBOUND', 'Outbound', 'internal', 'External']
  const read = words.map((direction) => readSession({ id: 'a', direction })?.direction)
  expect(read).toEqual(['inbound', 'outbound', 'internal', 'external'])
})

test('properties may be getters or inherited; methods are not called', () => {
  class Base {
    get sessionId(): string {
      return 'a'
    }
    caller(): string {
      throw new Error('a method was called')
    }
  }
  const session = Object.assign(Object.create(new Base()) as object, { Caller: '1001' })
  expect(readSession(session)).toMatchObject({ id: 'a', caller: '1001' })
})

test('a getter that throws loses its own value only', () => {
  const session = {
    sessionId: 'a',
    get callee(): string {
      throw new Error('gone')
    },
    caller: '1001',
  }
  expect(readSession(session)).toMatchObject({ id: 'a', caller: '1001', callee: '' })
})

test('endless texts are cut', () => {
  const session = readSession({ id: 'x'.repeat(1e6), callerDisplayName: 'y'.repeat(1e6) })
  expect(session?.id).toHaveLength(200)
  expect(session?.callerName).toHaveLength(200)
})

test('no input makes the reading of a session throw', () => {
  const value = fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true })
  const names = [...Object.keys(camel), ...Object.keys(pascal), 'Id', 'State', 'source']
  const session = fc.dictionary(fc.constantFrom(...names), value)
  fc.assert(
    fc.property(fc.oneof(value, session), (raw) => {
      const read = readSession(raw, { id: 'key' })
      expect(read?.id).not.toBe('')
      expect(typeof read?.caller).toBe('string')
    }),
  )
})

test('a session that refuses to be looked at is none', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(readSession(proxy)).toBeUndefined()
})
