import { once } from 'node:events'
import { expect, test } from 'vitest'
import { emulatedPbx } from '../../../support/emulatedPbx.ts'
import { openWebClient } from '../faces/webClient.ts'
import {
  answerOf,
  askToken,
  closed,
  greeted,
  knock,
  listed,
  playCall,
  refuses,
  remembered,
  told,
  watching,
  wholeCall,
} from './faultStage.ts'

test('drop cuts every connection, and new ones are let in', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'drop' })
  await closed(client)
  expect(await knock(pbx)).toBe('granted')
})

test('a frozen PBX keeps its connections and says nothing, not even afterwards', async () => {
  const pbx = await emulatedPbx()
  const old = await watching(pbx)
  await pbx.faults.begin({ name: 'freeze' })
  playCall(pbx, '061')
  await pbx.settled()
  await pbx.faults.end('freeze')
  const fresh = await watching(pbx)
  old.send({ type: 'history', filters: {} })
  playCall(pbx, '062')
  await pbx.settled()
  expect(told(fresh)).toEqual(wholeCall('062'))
  expect(told(old)).toEqual([])
  expect(old.all('history')).toEqual([])
  expect(old.socket.readyState).toBe(old.socket.OPEN)
})

test('a frozen PBX takes new connections, lets nobody in and answers no request', async () => {
  const pbx = await emulatedPbx()
  await pbx.faults.begin({ name: 'freeze' })
  const client = await openWebClient(pbx.ports.gateway)
  client.send({ type: 'hello', token: pbx.tokens.issue({ allowSessionModification: false }) })
  const paths = [`${pbx.ports.script}/WebphoneAPI`, `${pbx.ports.http}/?Command=ListActiveCalls`]
  const answers = paths.map((path) => answerOf(`http://127.0.0.1:${path}`))
  // By the time that later connections are there, the requests are too.
  for (let later = 0; later < 3; later++) await openWebClient(pbx.ports.gateway)
  await pbx.stop()
  expect(await Promise.all(answers)).toEqual(['none', 'none'])
  await closed(client)
  expect(client.all('granted')).toEqual([])
})

test('who came while a PBX was frozen is not let in afterwards', async () => {
  const pbx = await emulatedPbx()
  await pbx.faults.begin({ name: 'freeze' })
  const client = await openWebClient(pbx.ports.gateway)
  client.send({ type: 'hello', token: pbx.tokens.issue({ allowSessionModification: false }) })
  await pbx.faults.end('freeze')
  expect(await knock(pbx)).toBe('granted')
  await pbx.stop()
  await closed(client)
  expect(client.all('granted')).toEqual([])
})

test('a connection that is dead since a frost is cut by drop', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'freeze' })
  await pbx.faults.end('freeze')
  await pbx.faults.begin({ name: 'drop' })
  await closed(client)
  expect(client.all('granted')).toHaveLength(1)
})

test('while it restarts a PBX refuses connections on all its ports, and is back on the same', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  const { script, gateway, http } = pbx.ports
  await pbx.faults.begin({ name: 'restart', keepsSessions: true })
  await closed(client)
  expect(await Promise.all([script, gateway, http].map(refuses))).toEqual([true, true, true])
  await pbx.faults.end('restart')
  expect(await Promise.all([script, gateway, http].map(refuses))).toEqual([false, false, false])
  expect(await knock(pbx)).toBe('granted')
})

test('a restart that keeps sessions shows what changed meanwhile', async () => {
  const pbx = await emulatedPbx()
  const { exchange } = pbx
  const over = exchange.open({ caller: '061', callee: '1001', state: 'InCall' }).sessionId
  const going = exchange.open({ caller: '062', callee: '1002' }).sessionId
  await pbx.faults.begin({ name: 'restart', keepsSessions: true })
  exchange.move(over, 'CallerHungUp')
  const fresh = exchange.open({ caller: '063', callee: '5000' }).sessionId
  await pbx.faults.end('restart')
  expect(await greeted(pbx)).toEqual([going, fresh])
  expect(await listed(pbx)).toEqual([going, fresh])
  expect(await remembered(pbx)).toEqual([`${over} CallerHungUp`])
})

test('a restart without memory forgets its sessions, what they lead to and what began meanwhile', async () => {
  const pbx = await emulatedPbx()
  const { exchange } = pbx
  const before = playCall(pbx, '060')
  const waiting = exchange.open({ caller: '061', callee: '5000', state: 'InCall' }).sessionId
  await pbx.faults.begin({ name: 'restart', keepsSessions: false })
  exchange.open({ caller: '062', callee: '1002' })
  await pbx.faults.end('restart')
  const client = await watching(pbx)
  exchange.blindTransfer(waiting, '5000', '1001')
  const fresh = exchange.open({ caller: '063', callee: '5000' }).sessionId
  await pbx.settled()
  expect(told(client)).toEqual(['created Setup 063'])
  expect(await greeted(pbx)).toEqual([fresh])
  expect(await listed(pbx)).toEqual([fresh])
  expect(await remembered(pbx)).toEqual([`${before} CallerHungUp`])
})

test('an emulator that is stopped while it restarts stays stopped', async () => {
  const pbx = await emulatedPbx()
  await pbx.faults.begin({ name: 'restart', keepsSessions: true })
  await pbx.stop()
  await pbx.faults.end('restart')
  expect(await refuses(pbx.ports.script)).toBe(true)
})

test('expired tokens let nobody in, and cost their holders the connection', async () => {
  const pbx = await emulatedPbx({ webphones: [{ extension: '1500', password: '12345678' }] })
  const token = pbx.tokens.issue({ allowSessionModification: false })
  const client = await watching(pbx)
  const phone = await openWebClient(pbx.ports.gateway)
  phone.send({ type: 'hello', token: '1500', properties: { Password: '12345678' } })
  await phone.first('granted')
  await pbx.faults.begin({ name: 'expireTokens' })
  await closed(client)
  expect(pbx.tokens.check(token)).toBeUndefined()
  expect(await knock(pbx)).toBe('granted')
  expect(phone.socket.readyState).toBe(phone.socket.OPEN)
})

test('while tokens are refused none is made and none is taken', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'refuseTokens' })
  expect(await askToken(pbx)).toMatchObject({ Code: '305' })
  expect(await knock(pbx)).toBe('denied')
  expect(client.socket.readyState).toBe(client.socket.OPEN)
  await pbx.faults.end('refuseTokens')
  expect(await askToken(pbx)).toMatchObject({ Code: '200' })
  expect(await knock(pbx)).toBe('granted')
})

test('without a script its address answers 503', async () => {
  const pbx = await emulatedPbx()
  const status = (): Promise<number | 'none'> =>
    answerOf(`http://127.0.0.1:${pbx.ports.script}/WebphoneAPI`)
  await pbx.faults.begin({ name: 'noScript' })
  expect(await status()).toBe(503)
  await pbx.faults.end('noScript')
  expect(await status()).toBe(200)
})

test('without the HTTP API a request is answered 500 or cut, in turns', async () => {
  const pbx = await emulatedPbx()
  const outcome = (): Promise<number | 'none'> =>
    answerOf(`http://127.0.0.1:${pbx.ports.http}/?Command=ListExtensions`)
  await pbx.faults.begin({ name: 'noApi' })
  expect([await outcome(), await outcome(), await outcome()]).toEqual([500, 'none', 500])
  await pbx.faults.end('noApi')
  expect(await outcome()).toBe(200)
})

test('the end of a fault that does not go on changes nothing', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  for (const name of ['restart', 'freeze', 'neverEnd', 'delay'] as const) await pbx.faults.end(name)
  playCall(pbx, '061')
  await pbx.settled()
  expect(told(client)).toEqual(wholeCall('061'))
})

test('a frozen PBX holds nobody up who waits for it to settle', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  client.socket.removeAllListeners('message')
  const settled = pbx.settled()
  await pbx.faults.begin({ name: 'freeze' })
  await expect(settled).resolves.toBeUndefined()
  client.socket.terminate()
  await once(client.socket, 'close')
})
