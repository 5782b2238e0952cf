import { gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { expect, test } from 'vitest'
import * as v from 'valibot'
import { callsPageSchema, callsStoredSchema, pageOfCalls } from '@/contract/callBodies.ts'
import { problemSchema } from '@/contract/wallConfig.ts'
import { callRoutes } from '@/server/records/routes.ts'
import { configOf } from '../serverStage.ts'
import { abandoned, answered, call, ten } from './recordBuilder.ts'
import { day, inBudapest, recordsStage, report } from './recordsStage.ts'
import type { RecordsStage } from './recordsStage.ts'

async function routesStage(): Promise<RecordsStage & { readonly routes: Hono }> {
  const stage = await recordsStage()
  const config = configOf(inBudapest)
  const routes = callRoutes({ records: stage.records, config: () => config, clock: stage.time })
  return { ...stage, routes }
}

const post = (
  routes: Hono,
  body: string,
  type = 'application/json',
): Response | Promise<Response> =>
  routes.request('/api/calls', { method: 'POST', headers: { 'Content-Type': type }, body })

test('a report is answered with the ids that are stored', async () => {
  const { routes } = await routesStage()
  const response = await post(routes, JSON.stringify(report([call('a'), answered('b', 'c')])))
  expect(v.parse(callsStoredSchema, await response.json())).toEqual({
    stored: ['a', 'b'],
    isBehind: false,
  })
})

test.each([
  ['no JSON', '{', 'application/json', 400],
  ['another type', '{}', 'text/plain', 415],
  ['nothing', '', 'application/json', 400],
  ['a report without a wall', '{"calls":[],"covered":[]}', 'application/json', 400],
  [
    'a call without steps',
    JSON.stringify(report([call('a', { steps: [] })])),
    'application/json',
    400,
  ],
  ['too many calls', JSON.stringify(report(Array(101).fill(call('a')))), 'application/json', 400],
  ['a stretch that runs backwards', JSON.stringify(report([], [[2, 1]])), 'application/json', 400],
  ['far too much', ' '.repeat(1024 * 1024 + 1), 'application/json', 413],
])('a report that is %s is refused in words', async (_, body, type, status) => {
  const { routes, records } = await routesStage()
  const response = await post(routes, body, type)
  expect(response.status).toBe(status)
  expect(response.headers.get('Content-Type')).toMatch('application/problem+json')
  expect(v.parse(problemSchema, await response.json()).detail).not.toBe('')
  expect(records.page(0, Infinity, undefined).calls).toEqual([])
})

test('a report that cannot be stored is to be told again later', async () => {
  const stage = await recordsStage({}, { file: '/proc/no/such/folder.db' })
  const config = configOf(inBudapest)
  const routes = callRoutes({ records: stage.records, config: () => config, clock: stage.time })
  const response = await post(routes, JSON.stringify(report([call('a')])))
  expect(response.status).toBe(503)
  expect(v.parse(problemSchema, await response.json()).code).toBe('recordsFailing')
})

test('a day is told with all that is known of it, numbers hidden', async () => {
  const { routes, records } = await routesStage()
  records.save(report([abandoned('a')], [[ten, ten + 1_000]]))
  records.addCounted([[day.start, ten]])
  const page = v.parse(callsPageSchema, await (await routes.request('/api/calls')).json())
  expect(page).toMatchObject({
    day: '2026-11-23',
    revision: records.revision(),
    covered: [[ten, ten + 1_000]],
    counted: [[day.start, ten]],
    calls: [{ id: 'a', outside: ['12345•••'] }],
    next: null,
  })
  const other = await (await routes.request('/api/calls?day=2026-11-22')).json()
  expect(other).toMatchObject({ day: '2026-11-22', calls: [], covered: [], counted: [] })
})

test('pages lead to each other', async () => {
  const { routes, records } = await routesStage()
  const ids = Array.from({ length: pageOfCalls + 5 }, (_, place) => `c${place}`)
  records.save(report(ids.map((id) => abandoned(id))))
  const read = async (query: string) =>
    v.parse(callsPageSchema, await (await routes.request(`/api/calls${query}`)).json())
  const first = await read('')
  const second = await read(`?after=${first.next ?? ''}`)
  expect(second.next).toBeNull()
  expect([...first.calls, ...second.calls].map(({ id }) => id).sort()).toEqual([...ids].sort())
})

test.each(['day=yesterday', 'day=2026-02-30', 'after=x', 'after=', 'day='])(
  'the query %s is refused in words',
  async (query) => {
    const { routes } = await routesStage()
    const response = await routes.request(`/api/calls?${query}`)
    expect(response.status).toBe(400)
    expect(v.parse(problemSchema, await response.json()).detail).not.toBe('')
  },
)

test('whoever takes gzip gets gzip', async () => {
  const { routes, records } = await routesStage()
  records.save(report(Array.from({ length: 50 }, (_, place) => abandoned(`c${place}`))))
  const plain = await (await routes.request('/api/calls')).text()
  const response = await routes.request('/api/calls', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(response.headers.get('Content-Encoding')).toBe('gzip')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.length).toBeLessThan(plain.length / 3)
  expect(gunzipSync(bytes).toString()).toBe(plain)
})
