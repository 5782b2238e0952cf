import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createManualTimers } from '../../support/manualTimers.ts'
import { readEvents } from './eventReader.ts'
import { serve } from './serveStage.ts'

/** Opens a connection and sends something; what comes back is gathered until it is closed. */
function talk(port: number, text: string): { socket: Socket; closed: Promise<string> } {
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  onTestFinished(() => {
    socket.destroy()
  })
  const closed = new Promise<string>((resolve) => {
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })
  return { socket, closed }
}

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.once('connect', resolve))

test('a stop ends the streams and waits for a request under way', async () => {
  let answer: (response: Response) => void = () => undefined
  let isAsked: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve
  })
  const { server } = await serve({
    fetch: (_input, init) => {
      if ((init?.body as URLSearchParams).get('Command') !== 'GenerateSecurityToken')
        return Promise.resolve(new Response('<Response><Code>200</Code></Response>'))
      return new Promise((resolve) => {
        answer = resolve
        isAsked()
      })
    },
  })
  const wall = await readEvents(server.url)
  await wall.next('config')
  const token = fetch(`${server.url}api/token`, { method: 'POST' })
  await asked
  const stopped = server.stop()
  await wall.ended
  answer(new Response('<Response><Code>200</Code><SecurityToken>abc</SecurityToken></Response>'))
  expect(await (await token).json()).toMatchObject({ token: 'abc' })
  await stopped
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

test('who does not finish his request keeps the server for three seconds at most', async () => {
  const time = createManualTimers()
  const { server } = await serve({ time })
  const { socket, closed } = talk(server.port, 'GET / HTTP/1.1\r\nHost: x\r\n')
  await connected(socket)
  // Only a server that has seen the connection can be kept by it.
  await fetch(`${server.url}healthz`)
  let isStopped = false
  const stopped = server.stop().then(() => {
    isStopped = true
  })
  time.pass(2_999)
  await new Promise((resolve) => setImmediate(resolve))
  expect(isStopped).toBe(false)
  time.pass(1)
  await stopped
  expect(await closed).toBe('')
})

test('a second stop is the same stop', async () => {
  const { server } = await serve()
  const first = server.stop()
  expect(server.stop()).toBe(first)
  await first
})

test.each([
  ['nonsense', 'garbage\r\n\r\n'],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['a bad header', 'GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n'],
  [
    'two lengths',
    'POST /api/report HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
  ],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
])('%s is answered by 400, without a word in the log', async (_what, text) => {
  const { server, logged } = await serve({
    fetch: () => Promise.resolve(new Response('<Response><Code>200</Code></Response>')),
  })
  const { closed } = talk(server.port, text)
  expect(await closed).toMatch(/^HTTP\/1\.1 400 /)
  expect(logged).toEqual([])
})

test('a header that never ends is refused', async () => {
  const { server } = await serve()
  const { closed } = talk(
    server.port,
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
  )
  expect(await closed).toMatch(/^HTTP\/1\.1 431 /)
})

test('a body that grows without saying how long it is, is cut off', async () => {
  const { server } = await serve()
  const head =
    'POST /api/report HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n'
  const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`
  const { closed } = talk(
    server.port,
    `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(32)}0\r\n\r\n`,
  )
  expect(await closed).toMatch(/^HTTP\/1\.1 413 /)
})
