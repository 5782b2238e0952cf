import { expect, test } from 'vitest'
import { fixedConfig } from '@/server/configSource.ts'
import type { Health } from '@/server/health.ts'
import type { RunningServer } from '@/server/serve.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import { readEvents } from './eventReader.ts'
import { configOf } from './serverStage.ts'
import { changingConfig, serve } from './serveStage.ts'

const healthOf = async ({ url }: RunningServer): Promise<Health> => {
  const response = await fetch(`${url}healthz`)
  expect(response.status).toBe(200)
  return (await response.json()) as Health
}

const listsNothing = (): Promise<Response> =>
  Promise.resolve(new Response('<Response><Code>200</Code></Response>'))

test('a server that is well says so', async () => {
  const time = createManualTimers()
  const { server } = await serve({ time, fetch: listsNothing })
  await (await readEvents(server.url)).next('active')
  await expect.poll(async () => (await healthOf(server)).pbx).toHaveProperty('history')
  time.pass(61_000)
  expect(await healthOf(server)).toEqual({
    status: 'ok',
    version: 'test',
    uptimeSeconds: 61,
    walls: { number: 0, live: 0, streams: 1, errors: 0, violations: 0, versions: [] },
    pbx: { poll: { ok: true, at: 0 }, history: { ok: true, at: 0 } },
    records: { isFailing: false, today: 0 },
    config: { loadedAt: 0, isRejected: false },
    notices: [],
  })
})

test('a rejected config makes it degraded, until it is mended', async () => {
  const config = changingConfig(configOf())
  const { server } = await serve({ config, fetch: listsNothing })
  config.reject(true)
  expect(await healthOf(server)).toMatchObject({
    status: 'degraded',
    config: { isRejected: true },
    notices: ['configRejected'],
  })
  config.reject(false)
  expect(await healthOf(server)).toMatchObject({ status: 'ok', notices: [] })
})

test('OZEKI_TOKEN is handed out, in no log or health, and its end is told to walls before', async () => {
  const time = createManualTimers()
  const { server, logged } = await serve({
    ...{ time, clock: { now: () => time.now(), speed: 1 } },
    env: { OZEKI_TOKEN: 'by-hand' },
    config: fixedConfig(configOf({ pbx: { address: '192.0.2.10', httpApiUrl: null } })),
  })
  const { next } = await readEvents(server.url)
  const token = await fetch(`${server.url}api/token`, { method: 'POST' })
  expect(await token.json()).toEqual({ token: 'by-hand', expiresAt: 86_400_000 })
  expect(await healthOf(server)).toMatchObject({ status: 'ok', pbx: {} })
  time.pass(22 * 3_600_000)
  expect(await next('notices', hasNotices)).toEqual({
    notices: [{ code: 'tokenEndsSoon', at: 86_400_000 }],
  })
  const health = await healthOf(server)
  expect(health).toMatchObject({ status: 'degraded', notices: ['tokenEndsSoon'] })
  expect(logged.map(({ message }) => message).join()).toContain('OZEKI_TOKEN is over soon')
  expect(JSON.stringify([logged, health])).not.toContain('by-hand')
})

const hasNotices = ({ notices }: { notices: readonly unknown[] }): boolean => notices.length > 0

test('a PBX that does not know the list of calls is a notice at once, one that hiccups is none', async () => {
  const refuses = await serve({
    fetch: () => Promise.resolve(new Response('<Response><Code>301</Code></Response>')),
  })
  const told = await (await readEvents(refuses.server.url)).next('notices', hasNotices)
  expect(told).toEqual({ notices: [{ code: 'historyFailing', at: 0 }] })
  expect(await healthOf(refuses.server)).toMatchObject({
    pbx: { poll: { ok: false, code: 'failed', pbxCode: '301' } },
  })

  const time = createManualTimers()
  let answers = 0
  let isAnswered: () => void = () => undefined
  const hiccups = await serve({
    time,
    fetch: () => {
      answers++
      setImmediate(() => isAnswered())
      return Promise.reject(new TypeError('network'))
    },
  })
  const { next } = await readEvents(hiccups.server.url)
  for (const pause of [10_000, 20_000]) {
    expect((await healthOf(hiccups.server)).notices).toEqual([])
    const answered = new Promise<void>((resolve) => {
      isAnswered = resolve
    })
    time.pass(pause)
    await answered
  }
  expect(answers).toBe(3)
  await next('notices', hasNotices)
  expect(hiccups.logged.filter(({ level }) => level === 'warn')).toHaveLength(1)
})
