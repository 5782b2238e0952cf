import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallRecord } from '@/domain/callRecord.ts'
import type { CallsPage } from '@/contract/callBodies.ts'
import { fixedConfig } from '@/server/configSource.ts'
import { emulatedPbx, morning } from '../../support/emulatedPbx.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import { readEvents } from './eventReader.ts'
import { reportOf } from './reportOf.ts'
import { configOf, temporaryFolder } from './serverStage.ts'
import { serve } from './serveStage.ts'

const recordOf = (more: Partial<CallRecord> = {}): CallRecord => ({
  id: 's1',
  startedAt: morning,
  isFromStart: false,
  isOver: true,
  sessions: [{ id: 's1', masterId: 's1', dialed: '5000' }],
  steps: [
    { session: 0, at: morning, how: 'seen', state: 'InCall', caller: '061', callee: '1001' },
    { session: 0, at: morning + 5_000, how: 'seen', state: 'CallerHungUp' },
  ],
  outside: ['061'],
  ...more,
})

const post = (url: string, path: string, body: object): Promise<Response> =>
  fetch(`${url}api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

const report = (url: string, record: CallRecord): Promise<Response> =>
  post(url, 'calls', { wall: 'w1', calls: [record], covered: [] })

const callsOf = async (url: string): Promise<CallsPage> =>
  (await (await fetch(`${url}api/calls`)).json()) as CallsPage

test('a fuller record of a call that was over is told to every wall as a new revision', async () => {
  const { server } = await serve({ clock: { now: () => morning + 60_000, speed: 1 } })
  const { next } = await readEvents(server.url)
  const first = await next<{ revision: number }>('records')
  expect((await report(server.url, recordOf())).status).toBe(200)
  expect((await report(server.url, recordOf({ isFromStart: true }))).status).toBe(200)
  const { revision } = await next<{ revision: number }>(
    'records',
    (told) => told.revision > first.revision,
  )
  const page = await callsOf(server.url)
  expect(page.calls).toHaveLength(1)
  expect(page.revision).toBe(revision)
})

test('records survive the server', async () => {
  const recordsFile = join(await temporaryFolder(), 'calls.db')
  const clock = { now: () => morning + 60_000, speed: 1 }
  const first = await serve({ recordsFile, clock })
  expect((await report(first.server.url, recordOf())).status).toBe(200)
  await first.server.stop()
  const second = await serve({ recordsFile, clock })
  expect((await callsOf(second.server.url)).calls.map(({ id }) => id)).toEqual(['s1'])
})

test('records that cannot be opened are a notice and a degraded health, and the walls go on', async () => {
  const { server } = await serve({
    recordsFile: await temporaryFolder(),
    clock: { now: () => morning, speed: 1 },
  })
  const { next } = await readEvents(server.url)
  expect(await next('notices')).toEqual({ notices: [{ code: 'recordsFailing', at: morning }] })
  expect(await (await fetch(`${server.url}healthz`)).json()).toMatchObject({
    status: 'degraded',
    records: { isFailing: true },
  })
  expect((await report(server.url, recordOf())).status).toBe(503)
  expect((await fetch(`${server.url}api/config`)).status).toBe(200)
})

test('a call that no wall sees is recorded from the PBX’s lists, one that a wall sees is left to it', async () => {
  const time = createManualTimers()
  const pbx = await emulatedPbx()
  const { server } = await serve({
    time,
    clock: { now: () => pbx.clock.now(), speed: 1 },
    config: fixedConfig(
      configOf({
        site: { timeZone: 'Europe/Budapest' },
        pbx: { address: '127.0.0.1', httpApiUrl: `http://127.0.0.1:${pbx.ports.http}/` },
        teams: [{ id: 'a', queues: ['5000'], extensions: ['1001-1002'] }],
      }),
    ),
    fetch: (...request) => fetch(...request),
  })
  const { next } = await readEvents(server.url)
  /** Lets the PBX's next list arrive. */
  const nextList = async (): Promise<void> => {
    pbx.clock.advanceTo(pbx.clock.now() + 5_000)
    const at = pbx.clock.now()
    time.pass(5_000)
    await next<{ at: number }>('active', (event) => event.at === at)
  }
  await next('active')
  pbx.exchange.open({ caller: '+36301234567', callee: '1001', state: 'InCall' })
  await nextList()
  expect((await callsOf(server.url)).calls).toHaveLength(1)
  await post(server.url, 'report', reportOf())
  pbx.exchange.open({ caller: '+36301234568', callee: '1002', state: 'InCall' })
  await nextList()
  expect((await callsOf(server.url)).calls).toHaveLength(1)
})
