import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { WallConfigBody } from '@/contract/wallConfig.ts'
import { createEventHub } from '@/server/eventHub.ts'
import type { ServerEvent } from '@/server/serverEvent.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import { readEvents } from './eventReader.ts'
import { configOf } from './serverStage.ts'
import { changingConfig, serve } from './serveStage.ts'

const clockAt = (now: number): ServerEvent => ({ name: 'clock', data: { now, speed: 1 } })

test('a wall that connects gets one of each event that is known', async () => {
  const { server } = await serve({ clock: { now: () => 5_000.2, speed: 20 } })
  const { next, response } = await readEvents(server.url)
  expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('X-Accel-Buffering')).toBe('no')
  expect(response.headers.get('Cache-Control')).toContain('no-transform')
  const config = await next<WallConfigBody>('config')
  expect(config).toEqual(await (await fetch(`${server.url}api/config`)).json())
  expect(await next('version')).toEqual({ version: 'test' })
  expect(await next('clock')).toEqual({ now: 5_000, speed: 20 })
  expect(await next('notices')).toEqual({ notices: [] })
})

test('a changed config reaches every wall, and is the one of every later answer', async () => {
  const config = changingConfig(configOf())
  const { server } = await serve({ config })
  const walls = [
    await readEvents(server.url),
    await readEvents(server.url),
    await readEvents(server.url),
  ]
  config.change(configOf({ site: { name: 'Night shift' } }))
  for (const wall of walls)
    await wall.next<WallConfigBody>('config', (body) => body.config.site.name === 'Night shift')
  const later = (await (await fetch(`${server.url}api/config`)).json()) as WallConfigBody
  expect(later.config.site.name).toBe('Night shift')
  expect((await readEvents(server.url)).response.status).toBe(200)
})

test('a config that is rejected is a notice until a good one came', async () => {
  const config = changingConfig(configOf())
  const { server } = await serve({ config, clock: { now: () => 7_000, speed: 1 } })
  const { next, heard } = await readEvents(server.url)
  config.reject(true)
  await next<{ notices: unknown[] }>('notices', ({ notices }) => notices.length === 1)
  expect(heard.at(-1)).toEqual({
    name: 'notices',
    data: { notices: [{ code: 'configRejected', at: 7_000 }] },
  })
  const before = heard.length
  config.reject(false)
  await next<{ notices: unknown[] }>(
    'notices',
    ({ notices }) => notices.length === 0 && heard.length > before,
  )
})

test('the clock comes every fifteen seconds, so that silence means a dead connection', async () => {
  const time = createManualTimers()
  const { server } = await serve({ time, clock: { now: () => time.now(), speed: 1 } })
  const { next } = await readEvents(server.url)
  await next('clock')
  time.pass(15_000)
  await next<{ now: number }>('clock', ({ now }) => now === 15_000)
  time.pass(15_000)
  await next<{ now: number }>('clock', ({ now }) => now === 30_000)
})

test('a wall that leaves is forgotten, and one too many is told so', async () => {
  const hub = createEventHub({ firstEvents: () => [clockAt(1)], mostReaders: 2 })
  const streams = [hub.open(() => undefined), hub.open(() => undefined)]
  expect(hub.open(() => undefined)).toBeUndefined()
  await streams[0]?.cancel()
  expect(hub.readers()).toBe(1)
  expect(hub.open(() => undefined)).toBeDefined()
})

test('who asks for the head of the stream opens none', async () => {
  const { server } = await serve()
  expect((await fetch(`${server.url}api/events`, { method: 'HEAD' })).status).toBe(200)
  const health = await fetch(`${server.url}healthz`)
  expect(await health.json()).toMatchObject({ walls: { streams: 0 } })
})

test('a wall that does not read is given up, the others go on', async () => {
  const hub = createEventHub({ firstEvents: () => [], mostWaiting: 1_000 })
  let givenUp = 0
  hub.open(() => givenUp++)
  const reader = hub.open(() => givenUp++)?.getReader()
  const text = new TextDecoder()
  await reader?.read()
  for (let now = 0; now < 100; now++) {
    hub.send(clockAt(now))
    expect(text.decode((await reader?.read())?.value)).toContain(`"now":${now},`)
  }
  expect([givenUp, hub.readers()]).toEqual([1, 1])
})

test('a socket that is never read is closed by the server, with bounded memory', async () => {
  const config = changingConfig(configOf())
  const { server } = await serve({ config })
  const socket = connect(server.port, '127.0.0.1', () => {
    socket.pause()
    socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
  })
  onTestFinished(() => {
    socket.destroy()
  })
  const streams = async (): Promise<number> => {
    const body = (await (await fetch(`${server.url}healthz`)).json()) as {
      walls: { streams: number }
    }
    return body.walls.streams
  }
  await expect.poll(streams).toBe(1)
  const long = 'x'.repeat(190)
  const teams = Array.from({ length: 500 }, (_, index) => ({ id: `t${index}`, name: long }))
  let sent = 0
  while ((await streams()) === 1) {
    config.change(configOf({ teams, site: { name: String(sent++) } }))
    // Some MiB lie in the two sockets; what the server itself keeps is far less.
    if (sent > 500) throw new Error('the reader was never given up')
  }
  expect(sent).toBeGreaterThan(2)
})

test('streams end with the server, and none keeps it from ending', async () => {
  const { server } = await serve()
  const walls = [await readEvents(server.url), await readEvents(server.url)]
  for (const { next } of walls) await next('config')
  await server.stop()
  for (const { ended } of walls) await ended
})
