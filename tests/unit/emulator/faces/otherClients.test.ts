import { expect, test } from 'vitest'
import { profiles } from '@/emulator/dialect.ts'
import type { EmulatedPbx } from '../../../support/emulatedPbx.ts'
import { emulatedPbx } from '../../../support/emulatedPbx.ts'
import type { WebClient } from './webClient.ts'
import { grantedWebClient } from './webClient.ts'

const tokenOf = ({ tokens }: EmulatedPbx): string =>
  tokens.issue({ allowSessionModification: false })

const watching = (pbx: EmulatedPbx): Promise<WebClient> =>
  grantedWebClient(pbx.ports.gateway, tokenOf(pbx))

test('clients hear who is there, who comes and who goes, and what they share, but never a password', async () => {
  const pbx = await emulatedPbx()
  const first = await watching(pbx)
  const second = await grantedWebClient(pbx.ports.gateway, tokenOf(pbx), {
    Nickname: 'John',
    Avatar: 'http://myavatar.example/1.jpg',
    Password: '12345678',
    phoneNumber: '911',
  })
  const { phoneNumber } = await second.first('granted')
  await pbx.settled()
  second.socket.terminate()
  const third = await watching(pbx)
  await pbx.settled()

  const [came, went] = first.all('client').map(({ info }) => info)
  expect(came).toEqual({
    phoneNumber,
    status: 'ONLINE',
    Nickname: 'John',
    nickname: 'John',
    Avatar: 'http://myavatar.example/1.jpg',
    avatar: 'http://myavatar.example/1.jpg',
  })
  expect(went).toEqual({ ...came, status: 'OFFLINE' })
  const watcher = { phoneNumber: (await first.first('granted')).phoneNumber, status: 'ONLINE' }
  expect(second.all('client').map(({ info }) => info)[0]).toEqual(watcher)
  expect(third.all('client').map(({ info }) => info)).toEqual([watcher])
})

test('in the nested shape what a client shares stands apart from its number', async () => {
  const pbx = await emulatedPbx({ dialect: { ...profiles.documented, clientInfo: 'nested' } })
  const first = await watching(pbx)
  const second = await grantedWebClient(pbx.ports.gateway, tokenOf(pbx), { Nickname: 'John' })
  const { phoneNumber } = await second.first('granted')
  await pbx.settled()
  expect(first.all('client').map(({ info }) => info)).toEqual([
    { phoneNumber, status: 'ONLINE', properties: { Nickname: 'John', nickname: 'John' } },
  ])
})
