import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { startEmulator } from '@/emulator/emulator.ts'
import type { EmulatorStartError } from '@/emulator/http/listen.ts'
import { seededRandom } from '@/emulator/random.ts'
import type { EmulatorOptions } from '@/emulator/emulator.ts'
import { emulatedPbx, siteAt } from '../../../support/emulatedPbx.ts'
import { ask } from './httpClient.ts'
import { grantedWebClient } from './webClient.ts'

const startProblem = async (options: Partial<EmulatorOptions>): Promise<EmulatorStartError> => {
  try {
    await emulatedPbx(options)
  } catch (error) {
    return error as EmulatorStartError
  }
  throw new Error('The emulator started.')
}

/** Whether a server can listen on `port`. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

test('the script is served without a suffix, with the port of the gateway in front', async () => {
  const { ports } = await emulatedPbx()
  const response = await fetch(`http://127.0.0.1:${ports.script}/WebphoneAPI?x=1`)
  const script = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(script.split('\n')[0]).toBe(`var OzekiGatewayPort = ${ports.gateway};`)
})

test.each(['/', '/WebphoneAPI.js', '/WebphoneAPI/x', '/webphoneapi'])(
  '%s is nothing that the script server has',
  async (path) => {
    const { ports } = await emulatedPbx()
    expect((await fetch(`http://127.0.0.1:${ports.script}${path}`)).status).toBe(404)
  },
)

test('a busy port is told in a sentence, and the ports taken before it are given back', async () => {
  const busy = await emulatedPbx()
  const free = await emulatedPbx()
  const { gateway, script } = free.ports
  await free.stop()
  const problem = await startProblem({ ports: { gateway, script, http: busy.ports.http } })
  expect(problem).toMatchObject({
    name: 'EmulatorStartError',
    code: 'portBusy',
    message: `HTTP API: 127.0.0.1:${busy.ports.http} is in use already.`,
  })
  expect(await Promise.all([isFree(gateway), isFree(script)])).toEqual([true, true])
})

test('a host that is not ours is told in a sentence', async () => {
  expect(await startProblem({ host: '192.0.2.1' })).toMatchObject({ code: 'cannotListen' })
})

test('a script that was not built is told in a sentence', async () => {
  const problem = await startProblem({ webphoneScriptPath: 'nowhere/WebphoneAPI.js' })
  expect(problem.code).toBe('scriptMissing')
  expect(problem.message).toMatch(/nowhere\/WebphoneAPI\.js.*npm run build/)
})

test('stopping frees every port, cuts every connection and may be done twice', async () => {
  const pbx = await emulatedPbx()
  const { gateway, http, script } = pbx.ports
  const token = pbx.tokens.issue({ allowSessionModification: false })
  const client = await grantedWebClient(gateway, token)
  const closed = new Promise((resolve) => client.socket.once('close', resolve))
  await pbx.stop()
  await pbx.stop()
  await closed
  expect(await Promise.all([gateway, http, script].map(isFree))).toEqual([true, true, true])
})

test('an emulator comes back on its ports with the calls that went on meanwhile', async () => {
  const site = siteAt()
  const first = await emulatedPbx({}, site)
  await first.stop()
  const { sessionId } = site.exchange.open({ caller: '1001', callee: '1002' })
  const second = await emulatedPbx({ ports: first.ports }, site)
  expect(second.ports).toEqual(first.ports)
  const reply = await ask(second.ports.http, { Command: 'ListActiveCalls' })
  expect(reply.ActiveCalls?.CallInfo).toMatchObject([{ CallId: sessionId }])
})

test('traffic begins with the emulator and ends with it', async () => {
  const seen: string[] = []
  const pbx = await emulatedPbx({
    traffic(exchange) {
      seen.push(`started on ${exchange.extensions.length} extensions`)
      return () => seen.push('stopped')
    },
  })
  expect(seen).toEqual(['started on 5 extensions'])
  await pbx.stop()
  expect(seen).toEqual(['started on 5 extensions', 'stopped'])
})

test('a time zone that nobody knows starts nothing', async () => {
  const { exchange } = siteAt()
  const options = { exchange, random: seededRandom(1), webphoneScriptPath: '' }
  await expect(startEmulator({ ...options, timeZone: 'Nowhere/Land' })).rejects.toThrow(RangeError)
})
