import { expect, test } from 'vitest'
import { readClient } from '../../../src/pbx/ozeki/clientInfo.ts'

const wall = {
  id: 'Qdb3W',
  isOnline: true,
  name: 'Support wall',
  kind: 'callwall',
  route: '/team/support',
  version: '0.1.0',
  since: Date.UTC(2026, 10, 21, 8),
}
const properties = {
  Nickname: 'Support wall',
  Kind: 'callwall',
  Route: '/team/support',
  Version: '0.1.0',
  Since: '2026-11-21T08:00:00.000Z',
}

test.each([
  ['beside its number', { phoneNumber: 'Qdb3W', status: 'ONLINE', ...properties }],
  ['in an object inside', { phoneNumber: 'Qdb3W', status: 'ONLINE', properties }],
  ['in an object of another name', { PhoneNumber: 'Qdb3W', Status: 'online', client: properties }],
])('a web client’s properties are read %s', (_where, told) => {
  expect(readClient(told)).toEqual(wall)
})

test('a password that the PBX passes on is not read', () => {
  const told = { phoneNumber: 'Qdb3W', status: 'ONLINE', properties, Password: 'secret' }
  expect(JSON.stringify(readClient(told))).not.toContain('secret')
})

test.each([undefined, null, 7, 'ONLINE', {}, { phoneNumber: 'Q' }, { status: 'ONLINE' }])(
  'what has no number or no status is no web client: %j',
  (told) => {
    expect(readClient(told)).toBeUndefined()
  },
)

test('a client that throws at every touch is no web client', () => {
  const told = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no')
      },
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )
  expect(readClient(told)).toBeUndefined()
})
