import { expect, test } from 'vitest'
import { profiles } from '@/emulator/dialect.ts'
import { decodeServerMessage } from '@/emulator/webphone/decode.ts'
import { connected } from '../../../support/dialectStage.ts'
import { emulatedPbx } from '../../../support/emulatedPbx.ts'
import { openWebClient } from '../faces/webClient.ts'
import { playCall } from './faultStage.ts'

test('nonsense comes after each message and, where nothing happens, once a second', async () => {
  const pbx = await emulatedPbx()
  const client = await openWebClient(pbx.ports.gateway)
  client.send({ type: 'hello', token: pbx.tokens.issue({ allowSessionModification: false }) })
  await client.first('granted')
  const texts: string[] = []
  // It keeps messages, and these are none.
  client.socket.removeAllListeners('message')
  client.socket.on('message', (data) => {
    const text = (data as Buffer).toString()
    const message = decodeServerMessage(text)
    if (message?.type === 'ping') client.send({ type: 'pong', id: message.id })
    else texts.push(message?.type ?? 'no message')
  })
  await pbx.faults.begin({ name: 'garbage' })
  pbx.clock.advanceTo(pbx.clock.now() + 100_000)
  await pbx.settled()
  expect(texts).toHaveLength(101)
  expect(new Set(texts)).toEqual(new Set(['nonsense', 'no message']))
  texts.length = 0
  pbx.exchange.open({ caller: '061', callee: '1001' })
  await pbx.faults.end('garbage')
  pbx.clock.advanceTo(pbx.clock.now() + 100_000)
  await pbx.settled()
  expect(texts).toEqual(['session', expect.stringMatching(/^no/)])
})

test.each([
  ['documented', profiles.documented],
  ['dotnet', profiles.dotnet],
  ['seed', profiles.seed],
  ['session only', { stateCallback: 'session', finalStates: 'untold' } as const],
])('nonsense does not keep a %s script from telling what is true', async (_, dialect) => {
  const { pbx, told, states, client, heard } = await connected(dialect)
  await pbx.faults.begin({ name: 'garbage' })
  for (let call = 0; call < 30; call++) playCall(pbx, '061')
  await heard()
  const ofCalls = told().filter((line) => line.endsWith('061 to 1001'))
  expect(ofCalls.filter((line) => line.startsWith('opened'))).toHaveLength(30)
  expect(ofCalls.filter((line) => line.startsWith('closed'))).toHaveLength(30)
  expect(states).toEqual(['connecting', 'granted'])
  expect(client.snapshot().filter(({ caller }) => caller === '061')).toEqual([])
})

test.each([
  '',
  'null',
  '[]',
  '{"type":"constructor"}',
  '{"type":"session"}',
  '{"type":"session","event":"created","session":null}',
  '{"type":"session","event":"dance","session":{"sessionId":"a","sessionState":"Setup"}}',
  '{"type":"session","event":"created","session":{"sessionId":1,"sessionState":"Setup"}}',
  '{"type":"granted","sessions":7}',
  '{"type":"history","rows":{}}',
  '{"type":"ping"}',
])('%s is no message of the gateway', (text) => {
  expect(decodeServerMessage(text)).toBeUndefined()
})
