import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTokenBroker } from '@/server/tokenBroker.ts'
import type { TokenBroker, TokenBrokerOptions } from '@/server/tokenBroker.ts'
import { createManualTimers } from '../../support/manualTimers.ts'

const answer = (code: number, token = ''): Response =>
  new Response(
    `<?xml version="1.0"?><Response><Code>${code}</Code><Message>m</Message><SecurityToken>${token}</SecurityToken></Response>`,
  )

interface BrokerOptions extends Partial<TokenBrokerOptions> {
  /** `null`: none. */
  readonly httpApiUrl?: string | null
}

const broker = (
  fetch: typeof globalThis.fetch,
  { httpApiUrl = 'http://192.0.2.10:7780/', ...more }: BrokerOptions = {},
): TokenBroker =>
  createTokenBroker({
    httpApi: () =>
      httpApiUrl === null
        ? undefined
        : { httpApiUrl, username: 'wall', password: 'geheim', fetch, timeoutMs: 10_000 },
    lifetimeSeconds: () => 60,
    clock: { now: () => 1_000 },
    time: createManualTimers(),
    ...more,
  })

/** Gives `t1`, `t2` and so on. */
const givesTokens = () => vi.fn(() => Promise.resolve(answer(200, `t${++given}`)))
let given = 0

/** Lets what waits for a promise go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  given = 0
})

afterEach(() => {
  vi.useRealTimers()
})

test('a token ends its lifetime after it was asked for', async () => {
  const tokens = broker(() => Promise.resolve(answer(200, 'abc')))
  expect(await tokens.token()).toEqual({ token: 'abc', expiresAt: 61_000 })
})

test('walls that ask at the same time share one request', async () => {
  const fetch = givesTokens()
  const tokens = broker(fetch)
  const given = await Promise.all([tokens.token('a'), tokens.token('b'), tokens.token()])
  expect(given.map(({ token }) => token)).toEqual(['t1', 't1', 't1'])
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('a token just made is given to other walls for five seconds, never twice to one', async () => {
  const time = createManualTimers()
  const fetch = givesTokens()
  const tokens = broker(fetch, { time, clock: time })
  expect((await tokens.token('a')).token).toBe('t1')
  time.pass(5_000)
  expect((await tokens.token('b')).token).toBe('t1')
  expect((await tokens.token('a')).token).toBe('t2')
  expect((await tokens.token('b')).token).toBe('t2')
  time.pass(5_001)
  expect((await tokens.token('c')).token).toBe('t3')
  expect(fetch).toHaveBeenCalledTimes(3)
})

test('a token is shared for a tenth of its life at most', async () => {
  const time = createManualTimers()
  const tokens = broker(givesTokens(), { time, clock: time, lifetimeSeconds: () => 20 })
  expect(await tokens.token('a')).toEqual({ token: 't1', expiresAt: 20_000 })
  time.pass(2_000)
  expect((await tokens.token('b')).token).toBe('t1')
  time.pass(1)
  expect((await tokens.token('c')).token).toBe('t2')
})

test('the PBX is asked once a second at most, and who waits gets a fresh token', async () => {
  const time = createManualTimers()
  const fetch = givesTokens()
  const tokens = broker(fetch, { time })
  await tokens.token()
  const waiting = Promise.all([tokens.token(), tokens.token(), tokens.token()])
  time.pass(999)
  await settle()
  expect(fetch).toHaveBeenCalledTimes(1)
  time.pass(1)
  expect((await waiting).map(({ token }) => token)).toEqual(['t2', 't2', 't2'])
  expect(fetch).toHaveBeenCalledTimes(2)
})

test('a failure is shared as well, and not remembered', async () => {
  const time = createManualTimers()
  const fetch = vi.fn(() =>
    fetch.mock.calls.length === 1
      ? Promise.reject(new TypeError('network'))
      : Promise.resolve(answer(200, 'abc')),
  )
  const tokens = broker(fetch, { time })
  const first = await Promise.allSettled([tokens.token(), tokens.token()])
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(fetch).toHaveBeenCalledTimes(1)
  time.pass(1_000)
  expect((await tokens.token()).token).toBe('abc')
})

test('a refusal is repeated for ten seconds without asking, so that no account is locked', async () => {
  const time = createManualTimers()
  const fetch = vi.fn(() => Promise.resolve(answer(305)))
  const tokens = broker(fetch, { time })
  for (const passed of [0, 5_000, 4_999]) {
    time.pass(passed)
    await expect(tokens.token()).rejects.toMatchObject({ code: 'denied', reason: '305' })
  }
  expect(fetch).toHaveBeenCalledTimes(1)
  time.pass(1)
  await expect(tokens.token()).rejects.toMatchObject({ code: 'denied' })
  expect(fetch).toHaveBeenCalledTimes(2)
})

test('a refusal says nothing of a PBX at another address', async () => {
  const time = createManualTimers()
  let httpApiUrl = 'http://192.0.2.10:7780/'
  const tokens = broker(vi.fn(), {
    time,
    httpApi: () => ({
      httpApiUrl,
      fetch: (url) =>
        Promise.resolve(
          answer(url === httpApiUrl && httpApiUrl.includes('.99') ? 200 : 305, 'abc'),
        ),
      timeoutMs: 10_000,
    }),
  })
  await expect(tokens.token()).rejects.toMatchObject({ code: 'denied' })
  httpApiUrl = 'http://192.0.2.99:7780/'
  time.pass(1_000)
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
