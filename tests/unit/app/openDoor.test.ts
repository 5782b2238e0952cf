import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDoor } from '@/app/openDoor.ts'

const answering =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  (): Promise<Response> =>
    Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status, headers }))

const problem = (status: number, code: string): object => ({ title: 'x', status, code })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the key goes into the body of a POST, and nowhere else', async () => {
  const asked: unknown[] = []
  const fetch = (...request: unknown[]): Promise<Response> => {
    asked.push(...request)
    return answering(204)()
  }
  expect(await openDoor(fetch, 'geheim "+')).toEqual({ type: 'open' })
  expect(asked[0]).toBe('/api/access')
  expect(asked[1]).toMatchObject({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"key":"geheim \\"+"}',
  })
})

test.each([
  ['a wrong key', 401, problem(401, 'keyWrong')],
  ['a key that is too long', 413, problem(413, '')],
  ['a key that is none', 400, problem(400, '')],
])('%s is wrong', async (_what, status, body) => {
  expect(await openDoor(answering(status, body), 'k')).toEqual({ type: 'wrong' })
})

test.each([
  ['12', 12],
  ['0', 10],
  ['soon', 10],
  ['99999', 600],
])('after too many wrong keys one waits: Retry-After %s is %i s', async (header, seconds) => {
  const fetch = answering(429, problem(429, 'slowDown'), { 'Retry-After': header })
  expect(await openDoor(fetch, 'k')).toEqual({ type: 'slowDown', seconds })
})

test.each([
  ['a proxy whose server is away', answering(502, '<html>')],
  ['a proxy with a password of its own', answering(401, '<html>')],
  ['an old server', answering(404, problem(404, ''))],
  ['no network', () => Promise.reject(new TypeError('fetch failed'))],
])('%s is no wrong key', async (_what, fetch) => {
  expect(await openDoor(fetch, 'k')).toEqual({ type: 'unreachable' })
})

test('a server that does not answer is given up after 10 s', async () => {
  const fetch = (_url: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  const answer = openDoor(fetch, 'k')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await answer).toEqual({ type: 'unreachable' })
})
