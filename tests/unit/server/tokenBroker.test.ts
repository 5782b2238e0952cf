import { afterEach, expect, test, vi } from 'vitest'
import { createTokenBroker } from '@/server/tokenBroker.ts'
import type { TokenBroker, TokenBrokerOptions } from '@/server/tokenBroker.ts'

const answer = (code: number, token = ''): Response =>
  new Response(
    `<?xml version="1.0"?><Response><Code>${code}</Code><Message>m</Message><SecurityToken>${token}</SecurityToken></Response>`,
  )

const broker = (
  fetch: typeof globalThis.fetch,
  more: Partial<TokenBrokerOptions> = {},
): TokenBroker =>
  createTokenBroker({
    httpApiUrl: 'http://192.0.2.10:7780/',
    username: 'wall',
    password: 'geheim',
    lifetimeSeconds: 60,
    clock: { now: () => 1_000 },
    fetch,
    ...more,
  })

afterEach(() => {
  vi.useRealTimers()
})

test('a token ends its lifetime after it was asked for', async () => {
  const tokens = broker(() => Promise.resolve(answer(200, 'abc')))
  expect(await tokens.token()).toEqual({ token: 'abc', expiresAt: 61_000 })
})

test('walls that ask at the same time share one request; later ones get a fresh token', async () => {
  const fetch = vi.fn(() => Promise.resolve(answer(200, `t${fetch.mock.calls.length}`)))
  const tokens = broker(fetch)
  const given = await Promise.all([tokens.token(), tokens.token(), tokens.token()])
  expect(given.map(({ token }) => token)).toEqual(['t1', 't1', 't1'])
  expect((await tokens.token()).token).toBe('t2')
})

test('a failure is shared as well, and not remembered', async () => {
  const fetch = vi.fn(() =>
    fetch.mock.calls.length === 1
      ? Promise.reject(new TypeError('network'))
      : Promise.resolve(answer(200, 'abc')),
  )
  const tokens = broker(fetch)
  const first = await Promise.allSettled([tokens.token(), tokens.token()])
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(fetch).toHaveBeenCalledTimes(1)
  expect((await tokens.token()).token).toBe('abc')
})

test.each([
  [304, 'denied'],
  [305, 'denied'],
  [306, 'denied'],
  [307, 'denied'],
  [301, 'failed'],
])('the PBX’s code %i is %s, and the password is in no message', async (code, told) => {
  const failure = broker(() => Promise.resolve(answer(code))).token()
  await expect(failure).rejects.toMatchObject({ code: told })
  await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('geheim') })
})

test('a PBX that never answers is given up after ten seconds', async () => {
  vi.useFakeTimers()
  const tokens = broker(() => new Promise(() => undefined))
  const failure = expect(tokens.token()).rejects.toMatchObject({ code: 'failed' })
  await vi.advanceTimersByTimeAsync(10_000)
  await failure
})

test('a token made by hand is handed out without asking anybody', async () => {
  const fetch = vi.fn()
  const tokens = broker(fetch, { fixedToken: 'handmade', httpApiUrl: null })
  expect(await tokens.token()).toEqual({ token: 'handmade', expiresAt: 61_000 })
  expect(fetch).not.toHaveBeenCalled()
})

test('without HTTP API and without a token made by hand the administrator is told what to do', async () => {
  const failure = broker(vi.fn(), { httpApiUrl: null }).token()
  await expect(failure).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringContaining('OZEKI_TOKEN'),
  })
})
