import fc from 'fast-check'
import { oddRecord, ten } from './callBodies.ts'
import { oddConfig } from './configs.ts'
import type { Mutation } from './mutations.ts'
import { mutate, mutations } from './mutations.ts'

/** What the page may be answered with, in the place of its server. */
export interface OddReply {
  readonly status: number
  readonly type: string
  readonly retryAfter: string
  readonly body: unknown
  readonly mutations: readonly Mutation[]
}

const pick = <T>(...of: T[]): fc.Arbitrary<T> => fc.constantFrom(...of)
const moment = fc.oneof(
  { arbitrary: pick(ten, 0, 1), weight: 4 },
  {
    arbitrary: pick<unknown>(-1, 1e308, 8.64e15, -8.64e15, 253_402_300_800_000, 5e-324, null, '1'),
    weight: 1,
  },
)
const clock = fc.record({ now: moment, speed: fc.oneof(pick<unknown>(1, 20, 0, -1, 1e308, null)) })

/** The body of an answer or an event, more or less. */
export const oddBody: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ config: oddConfig, clock, version: pick<unknown>('1.2.3', '', 7) }),
  clock,
  fc.record({ version: pick<unknown>('2', null) }),
  fc.record({ revision: moment }),
  fc.record({
    notices: fc.array(fc.record({ code: pick('tokenOver', 'fire'), at: moment }), { maxLength: 2 }),
  }),
  fc.record({
    at: moment,
    calls: fc.array(
      fc.record(
        {
          id: pick('a', ''),
          source: pick('5000'),
          destination: pick('1001'),
          state: pick('InCall', 'x'),
          startedAt: moment,
        },
        { requiredKeys: ['id', 'source', 'destination'] },
      ),
      { maxLength: 2 },
    ),
  }),
  fc.record({ token: pick<unknown>('abc', '', 7), expiresAt: moment }),
  fc.record({
    title: pick('x'),
    status: pick(401),
    code: pick('keyRequired', 'keyWrong', 'denied', 'x'),
    pbxCode: pick('305', 'x'),
  }),
  fc.record({
    day: pick('2026-11-23'),
    revision: moment,
    covered: fc.array(fc.tuple(moment, moment), { maxLength: 1 }),
    counted: fc.constant([]),
    calls: fc.array(oddRecord, { maxLength: 2 }),
    next: pick<unknown>(null, null, null, 'WzEsIiJd', ''),
  }),
  oddConfig,
)

const snippets = ['{', '}', '[', ',', '"', '1e999', '\0', '<html>', '\ufeff', '__proto__']

export const oddReply: fc.Arbitrary<OddReply> = fc.record({
  status: fc.oneof(
    { arbitrary: fc.constant(200), weight: 5 },
    { arbitrary: pick(201, 400, 401, 404, 413, 429, 500, 503), weight: 2 },
  ),
  type: fc.oneof(
    { arbitrary: pick('application/json', 'application/problem+json'), weight: 5 },
    { arbitrary: pick('text/html', ''), weight: 1 },
  ),
  retryAfter: pick('', '5', '-1', '1e999', '999999', 'soon', '0.5'),
  body: oddBody,
  mutations: fc.oneof(
    { arbitrary: fc.constant([]), weight: 3 },
    { arbitrary: mutations(snippets), weight: 1 },
  ),
})

/** The answer itself. */
export function replyOf({ status, type, retryAfter, body, mutations: all }: OddReply): Response {
  const headers = {
    'Content-Type': type,
    ...(retryAfter === '' ? {} : { 'Retry-After': retryAfter }),
  }
  return new Response(mutate(JSON.stringify(body), all), { status, headers })
}
