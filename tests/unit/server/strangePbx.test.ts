import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { problemSchema } from '@/contract/wallConfig.ts'
import * as v from 'valibot'
import { fixedConfig } from '@/server/configSource.ts'
import { httpApiOf } from '@/server/httpApi.ts'
import { createTokenBroker } from '@/server/tokenBroker.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import { closedAddress } from '../../support/textServer.ts'
import { configOf, testApp } from './serverStage.ts'
import { serve } from './serveStage.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** Something at the address of the PBX that answers every request with these bytes. */
async function strange(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const http = (body: string, head = 'HTTP/1.1 200 OK'): string =>
  `${head}\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n${body}`

const endless = (socket: Socket): void => {
  const text = '<a>'.repeat(20_000)
  const write = (): void => {
    while (!socket.destroyed && socket.write(text));
  }
  socket.write(http(''))
  socket.on('drain', write)
  write()
}

const code = (number: number): string =>
  http(`<Response><Code>${number}</Code><Message>no</Message></Response>`)

test.each<[string, (socket: Socket) => void, string, string | undefined]>([
  ['no HTTP', (socket) => socket.end('\0\xff\x01garbage\r\n\r\n'), 'failed', 'unreachable'],
  ['nothing', (socket) => socket.end(), 'failed', 'unreachable'],
  ['a reset', (socket) => socket.resetAndDestroy(), 'failed', 'unreachable'],
  ['HTTP 500', (socket) => socket.end(http('', 'HTTP/1.1 500 No')), 'failed', undefined],
  ['no XML', (socket) => socket.end(http('<Response><Code>200</Code')), 'failed', 'notXml'],
  ['a web page', (socket) => socket.end(http('<html><p>Hello</p></html>')), 'failed', 'notXml'],
  ['no token', (socket) => socket.end(code(200)), 'failed', 'withoutToken'],
  ['an answer without end', endless, 'failed', 'tooMuch'],
  [
    'a redirect',
    (socket) => socket.end(http('', 'HTTP/1.1 302 Found\r\nLocation: http://192.0.2.99/')),
    'failed',
    'unreachable',
  ],
  ['code 301', (socket) => socket.end(code(301)), 'failed', '301'],
  ['code 305', (socket) => socket.end(code(305)), 'denied', '305'],
  ['code 999', (socket) => socket.end(code(999)), 'failed', undefined],
])('a PBX that answers with %s: a clear answer to the wall', async (_what, answer, told, why) => {
  const httpApiUrl = await strange(answer)
  const { server, logged } = await serve({
    config: fixedConfig(configOf({ pbx: { address: '127.0.0.1', httpApiUrl } })),
    env: { OZEKI_HTTP_USERNAME: 'wall', OZEKI_HTTP_PASSWORD: 'geheim' },
    fetch: (...request) => fetch(...request),
  })
  const response = await fetch(`${server.url}api/token`, { method: 'POST' })
  expect(response.status).toBe(502)
  const text = await response.text()
  const problem = v.parse(problemSchema, JSON.parse(text))
  expect(problem.code).toBe(told)
  expect(problem.pbxCode).toBe(why)
  expect(problem.detail).toMatch(/PBX/)
  const said = logged.filter(({ facts }) => facts !== undefined && 'task' in facts)
  expect(said.map(({ message }) => message)).toContain(problem.detail)
  expect(text + JSON.stringify(logged)).not.toContain('geheim')
  expect(await (await fetch(`${server.url}healthz`)).json()).toMatchObject({
    status: 'degraded',
    pbx: { token: { ok: false, code: told } },
  })
})

test('a PBX that is not there: unreachable', async () => {
  const httpApiUrl = await closedAddress()
  const { server } = await serve({
    config: fixedConfig(configOf({ pbx: { address: '127.0.0.1', httpApiUrl } })),
    fetch: (...request) => fetch(...request),
  })
  const response = await fetch(`${server.url}api/token`, { method: 'POST' })
  expect(await response.json()).toMatchObject({ code: 'failed', pbxCode: 'unreachable' })
})

test('a PBX that takes a minute: every wall has a clear answer after ten seconds, from one request', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const slow = vi.fn(
    () =>
      new Promise<Response>((resolve) => {
        setTimeout(() => resolve(new Response(code(200))), 60_000)
      }),
  )
  const clock = { now: () => 1_000 }
  const app = await testApp({
    tokens: createTokenBroker({
      httpApi: () => httpApiOf(configOf(), { fetch: slow }),
      lifetimeSeconds: () => 60,
      clock,
      time: createManualTimers(),
    }),
  })
  const walls = Array.from({ length: 100 }, async () =>
    app.request('/api/token', { method: 'POST' }),
  )
  await vi.advanceTimersByTimeAsync(10_000)
  for (const response of await Promise.all(walls)) {
    expect(response.status).toBe(502)
    expect(await response.json()).toMatchObject({ code: 'failed', pbxCode: 'timeout' })
  }
  expect(slow).toHaveBeenCalledTimes(1)
})
