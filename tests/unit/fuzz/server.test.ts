import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { expect, test } from 'vitest'
import * as v from 'valibot'
import { buildFrom } from '@/app/records/buildCentre.ts'
import { readDay } from '@/app/records/readDay.ts'
import { callsPageSchema } from '@/contract/callBodies.ts'
import { settingsOf } from '@/contract/siteOf.ts'
import { problemSchema } from '@/contract/wallConfig.ts'
import { createCentre } from '@/domain/centre.ts'
import { createAccess } from '@/server/access.ts'
import type { Log } from '@/server/log.ts'
import { callRoutes } from '@/server/records/routes.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import type { ManualTimers } from '../../support/manualTimers.ts'
import { oddReport, ten } from '../../support/fuzz/callBodies.ts'
import { centreFaults } from '../../support/fuzz/centreFaults.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { oddRequest, requestOf } from '../../support/fuzz/requests.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'
import { configOf, secretText, testApp } from '../server/serverStage.ts'

const key = 'correct horse battery staple'
const token = 'b1946ac92492d2347c6235b4d2611184'
const config = configOf({
  site: { timeZone: 'Europe/Budapest' },
  teams: [{ id: 'support', queues: ['5000'], extensions: ['1001-1004'] }],
})

interface Stage {
  readonly request: (request: Request) => Promise<Response>
  /** What the server logged as errors of its own. */
  readonly errors: readonly string[]
}

/** `/api/calls` alone. */
function recordsStage(): Stage & {
  readonly calls: Hono
  readonly time: ManualTimers
  readonly log: Log
} {
  const time = createManualTimers(ten + 7_200_000)
  const errors: string[] = []
  const log: Log = (level, message) => {
    if (level === 'error') errors.push(message)
  }
  const records = openRecords({
    file: ':memory:',
    config: () => config,
    clock: time,
    timers: time,
    log,
  })
  const calls = callRoutes({ records, config: () => config, clock: time })
  return { request: async (request) => calls.fetch(request), errors, calls, time, log }
}

async function serverStage(isLocked: boolean): Promise<Stage> {
  const { calls, errors, time, log } = recordsStage()
  const app = await testApp({
    ...{ config, log, calls },
    clock: { now: () => time.now(), speed: 1 },
    tokens: { token: () => Promise.resolve({ token, expiresAt: 2_000 }) },
    access: createAccess({ key: isLocked ? key : undefined, now: () => time.now(), log }),
  })
  return { request: async (request) => app.fetch(request), errors }
}

const statuses = [200, 204, 206, 304, 400, 401, 403, 404, 405, 413, 415, 416, 429, 503]

/** The text of an answer; that of a stream, which has no end, is not waited for. */
async function textOf(response: Response): Promise<string> {
  const { headers } = response
  if (headers.get('Content-Type')?.startsWith('text/event-stream') === true) {
    await response.body?.cancel()
    return ''
  }
  const body = Buffer.from(await response.arrayBuffer())
  const isPacked = headers.get('Content-Encoding') === 'gzip' && body.length > 0
  return (isPacked ? gunzipSync(body) : body).toString()
}

async function answerFaults(response: Response): Promise<readonly string[]> {
  const { status, headers } = response
  const text = await textOf(response)
  const said = text + JSON.stringify([...headers])
  const isJson = (headers.get('Content-Type') ?? '').includes('json')
  const isProblem = status >= 400 && isJson && text !== ''
  const faults = {
    [`status ${status}: ${text}`]: !statuses.includes(status),
    [`no problem document: ${text}`]: isProblem && !v.is(problemSchema, JSON.parse(text)),
    'a secret': said.includes(secretText) || said.includes(key),
    [`told of the inside: ${text}`]: /\bat .+:\d+:\d+|node_modules|Error:/.test(text),
  }
  return Object.entries(faults).flatMap(([words, isFault]) => (isFault ? [words] : []))
}

const wellKnown = (): Request => new Request('http://wall.example/api/config')

test(
  'no request makes the server fail or tell a secret, and the next one is answered',
  patience,
  async () => {
    const { request, errors } = await serverStage(false)
    await fc.assert(
      fc.asyncProperty(oddRequest, async (odd) => {
        const sent = requestOf(odd)
        if (sent === undefined) return
        expectNone(await answerFaults(await request(sent)))
        expectNone(errors)
        const next = await request(wellKnown())
        expectNone(next.status === 200 ? [] : [`then ${next.status}`])
      }),
      fuzz('requests'),
    )
  },
)

test('without the key no request gets a token, a call or the config', patience, async () => {
  const { request, errors } = await serverStage(true)
  await fc.assert(
    fc.asyncProperty(oddRequest, async (odd) => {
      const sent = requestOf(odd)
      if (sent === undefined) return
      const response = await request(sent)
      const isOpen = !new URL(sent.url).pathname.startsWith('/api') || response.status >= 400
      expectNone(isOpen ? [] : [`${sent.method} ${sent.url}: ${response.status}`])
      expectNone(await answerFaults(response))
      expectNone(errors)
    }),
    fuzz('lockedRequests'),
  )
})

const post = (body: unknown): Request =>
  new Request('http://wall.example/api/calls', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

const valid = {
  id: 'valid',
  startedAt: ten,
  isFromStart: true,
  isOver: true,
  sessions: [{ id: 'valid', masterId: 'valid', dialed: '5000' }],
  steps: [
    { session: 0, at: ten, how: 'seen', state: 'InCall', caller: '87654321', callee: '5000' },
    { session: 0, at: ten + 30_000, how: 'seen', state: 'CallerHungUp' },
  ],
  outside: ['87654321'],
}

test(
  'whatever walls report, the day can be read, told to a centre, and holds a valid call once',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddReport, { minLength: 1, maxLength: 4 }), async (reports) => {
        const { request, errors } = recordsStage()
        for (const body of reports) expectNone(await answerFaults(await request(post(body))))
        const stored = await request(post({ wall: 'w2', calls: [valid], covered: [] }))
        expect(stored.status).toBe(200)
        const read = (path: string): Promise<Response> =>
          request(new Request(`http://wall.example${path}`))
        const page = await (await read('/api/calls?day=2026-11-23')).json()
        expect(v.is(callsPageSchema, page)).toBe(true)
        const day = await readDay((path) => read(path as string), '2026-11-23')
        expect(day.records.filter(({ id }) => id === 'valid')).toHaveLength(1)

        const now = ten + 7_200_000
        const settings = settingsOf(config)
        const build = buildFrom(
          day,
          settings,
          () => Promise.resolve(),
          () => 0,
        )
        const centre = await build(createCentre(settings, now), [], now)
        centre.advance(now)
        expect(centre.figures('queue:5000').abandoned).toBeGreaterThanOrEqual(1)
        expectNone(centreFaults(centre, ['queue:5000', 'all'], now))
        expectNone(errors)
      }),
      fuzz('reports'),
    )
  },
)
