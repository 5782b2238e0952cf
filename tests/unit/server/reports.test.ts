import { expect, test } from 'vitest'
import { createWallRegistry } from '@/server/wallRegistry.ts'
import type { WallRegistry } from '@/server/wallRegistry.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import type { ManualTimers } from '../../support/manualTimers.ts'
import { reportOf } from './reportOf.ts'
import { serve } from './serveStage.ts'

function registry(): {
  readonly walls: WallRegistry
  readonly time: ManualTimers
  readonly logged: [string, object | undefined][]
} {
  const time = createManualTimers()
  const logged: [string, object | undefined][] = []
  const log = (_level: string, message: string, facts?: object): void => {
    logged.push([message, facts])
  }
  return { time, logged, walls: createWallRegistry({ time, log }) }
}

test('walls are counted while they report, and forgotten after half a minute of silence', () => {
  const { walls, time } = registry()
  walls.hear(reportOf())
  walls.hear(reportOf({ wall: 'w2', isLive: false, version: '1.2.4' }))
  expect(walls.summary()).toMatchObject({ number: 2, live: 1, versions: ['1.2.3', '1.2.4'] })
  time.pass(20_000)
  walls.hear(reportOf({ wall: 'w2' }))
  time.pass(10_001)
  expect(walls.summary()).toMatchObject({ number: 1, live: 1, versions: ['1.2.3'] })
})

test('an error or violation is logged once for each wall, and counted', () => {
  const { walls, logged } = registry()
  const errors = [{ message: 'x is not a function', count: 2 }]
  const violations = [{ directive: 'script-src', blocked: 'http://192.0.2.10/x', count: 1 }]
  for (const wall of ['w1', 'w2', 'w1', 'w1']) walls.hear(reportOf({ wall, errors, violations }))
  expect(logged).toHaveLength(4)
  expect(logged[0]).toEqual([
    'A wall met an error.',
    { wall: 'w1', error: 'x is not a function', count: 2 },
  ])
  expect(walls.summary()).toMatchObject({ errors: 8, violations: 4 })
})

test('an error that comes with another count is the same error', () => {
  const { walls, logged } = registry()
  for (const count of [1, 2, 3]) walls.hear(reportOf({ errors: [{ message: 'x', count }] }))
  expect(logged).toHaveLength(1)
})

test('walls cannot fill the log or the memory', () => {
  const { walls, time, logged } = registry()
  for (let wall = 0; wall < 1_000; wall++) {
    const errors = Array.from({ length: 20 }, (_, index) => ({
      message: `${wall} ${index}`,
      count: 1,
    }))
    walls.hear(reportOf({ wall: `w${wall}`, errors }))
  }
  expect(logged).toHaveLength(60)
  expect(walls.summary().number).toBe(500)
  time.pass(60_000)
  walls.hear(reportOf({ wall: 'new', errors: [{ message: 'y', count: 1 }] }))
  expect(logged).toHaveLength(61)
})

test('a report over the network is in the health, and what is no report is refused', async () => {
  const { server } = await serve()
  const post = (body: string, type = 'application/json'): Promise<Response> =>
    fetch(`${server.url}api/report`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    })
  expect((await post(JSON.stringify(reportOf()))).status).toBe(204)
  const health = await fetch(`${server.url}healthz`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ walls: { number: 1, live: 1 } })

  for (const [body, type, status, detail] of [
    ['{', 'application/json', 400, 'The body is not JSON.'],
    ['{}', 'text/plain', 415, 'The body has to be application/json.'],
    ['null', 'application/json', 400, 'The body: '],
    [JSON.stringify(reportOf({ wall: '' })), 'application/json', 400, 'wall: '],
    [
      JSON.stringify(reportOf({ sessions: Array.from({ length: 2_001 }, () => 's') })),
      'application/json; charset=utf-8',
      400,
      'sessions: ',
    ],
  ] as const) {
    const response = await post(body, type)
    expect(response.status).toBe(status)
    expect(((await response.json()) as { detail: string }).detail).toContain(detail)
  }
  expect((await post(`"${'x'.repeat(70_000)}"`)).status).toBe(413)
})
