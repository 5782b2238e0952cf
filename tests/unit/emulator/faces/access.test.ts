import { expect, test } from 'vitest'
import { createAccessCheck } from '@/emulator/http/access.ts'
import { readParameters } from '@/emulator/http/parameters.ts'
import { emulatedPbx } from '../../../support/emulatedPbx.ts'
import { ask } from './httpClient.ts'

const command = { Command: 'ListActiveCalls' }
const users = [
  { username: 'wall', password: 'secret' },
  { username: 'guest', password: 'guest', mayUseApi: false },
]

test('with user authentication every request needs name and password', async () => {
  const { ports } = await emulatedPbx({ access: { users } })
  const login = { Username: 'wall', password: 'secret' }
  expect((await ask(ports.http, { ...command, ...login })).Code).toBe('200')
  expect(await ask(ports.http, command)).toMatchObject({
    Code: '304',
    Message: 'Authentication required',
  })
})

test.each([
  ['wall', 'Secret'],
  ['Wall', 'secret'],
  ['nobody', 'secret'],
  ['wall', ''],
])('%s with the password “%s” is refused', async (Username, Password) => {
  const { ports } = await emulatedPbx({ access: { users } })
  expect(await ask(ports.http, { ...command, Username, Password })).toMatchObject({
    Code: '305',
    Message: 'Authentication failed, bad username or password',
  })
})

test('a user outside of the chosen groups may not use the API', async () => {
  const { ports } = await emulatedPbx({ access: { users } })
  expect(await ask(ports.http, { ...command, Username: 'guest', Password: 'guest' })).toMatchObject(
    { Code: '306', Message: 'User is not allowed to use API in ACL' },
  )
})

test('a forbidden address is turned away before anybody asks for a password', async () => {
  const { ports } = await emulatedPbx({ access: { users, deniedAddresses: ['127.0.0.0/8'] } })
  expect(await ask(ports.http, command)).toMatchObject({
    Code: '307',
    Message: 'Use API from this address is forbidden',
  })
})

const none = readParameters('', '')

test.each([
  ['192.168.7.1', undefined],
  ['::ffff:192.168.7.1', undefined],
  ['192.168.9.9', 307],
  ['10.0.0.1', 307],
  ['::1', 307],
])('with one network allowed and one of its hosts denied, %s gets %s', (address, code) => {
  const check = createAccessCheck({
    allowedAddresses: ['192.168.0.0/16'],
    deniedAddresses: ['192.168.9.9'],
  })
  expect(check(none, address)?.code).toBe(code)
})
