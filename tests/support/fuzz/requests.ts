import fc from 'fast-check'
import { oddHeartbeat, oddReport } from './callBodies.ts'
import { mutate, mutations } from './mutations.ts'

/** A request as a stranger may send it. */
export interface OddRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

const pick = (...of: string[]): fc.Arbitrary<string> => fc.constantFrom(...of)

const known = [
  '/api/calls',
  '/api/config',
  '/api/report',
  '/api/token',
  '/api/events',
  '/api/access',
  '/healthz',
]
const path = fc
  .tuple(
    fc.oneof(
      { arbitrary: pick(...known), weight: 6 },
      {
        arbitrary: pick(
          '/',
          '/team/support',
          '/assets/main-1a2b.js',
          '/assets/nothing.js',
          '/icon.svg',
          '/api',
          '/api/',
        ),
        weight: 2,
      },
      {
        arbitrary: pick(
          '/..%2f..%2fsecret.txt',
          '/%00',
          '/%',
          '/%c0%ae',
          '//x',
          '/api/%63alls',
          '/assets/..%5c..%5csecret.txt',
        ),
        weight: 1,
      },
      { arbitrary: fc.webPath(), weight: 1 },
      {
        arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `/${text}`),
        weight: 1,
      },
    ),
    fc.oneof(
      { arbitrary: pick('', '?day=2026-11-23', '?day=2026-11-23&after=WzEsIiJd'), weight: 4 },
      {
        arbitrary: pick(
          '?day=9999-12-31',
          '?day=0000-01-01',
          '?day=2026-02-30',
          '?day=%',
          '?day=&day=',
          '?after=!!',
        ),
        weight: 2,
      },
      {
        arbitrary: pick(
          '?after=WzFlMzA4LCIiXQ',
          '?after=WyIiLDFd',
          '?__proto__=1',
          `?day=${'9'.repeat(999)}`,
        ),
        weight: 1,
      },
      { arbitrary: fc.webQueryParameters().map((query) => `?${query}`), weight: 1 },
    ),
  )
  .map((parts) => parts.join(''))

const snippets = [
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  '\\ud800',
  '\0',
  '__proto__',
  '1e999',
  'null',
  '['.repeat(2_000),
  ' '.repeat(70_000),
]
const body = fc
  .tuple(
    fc.oneof(
      { arbitrary: oddReport, weight: 5 },
      { arbitrary: oddHeartbeat, weight: 2 },
      {
        arbitrary: fc.record({ key: pick('', 'guess', 'x'.repeat(2_000)), wall: pick('w1', '') }),
        weight: 1,
      },
      { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
    ),
    fc.oneof(
      { arbitrary: fc.constant([]), weight: 5 },
      { arbitrary: mutations(snippets), weight: 1 },
    ),
  )
  .map(([value, changes]) => mutate(JSON.stringify(value), changes))

const header = fc.oneof(
  pick('', 'x', 'http://wall.example', '0', '-1', 'gzip, *;q=9', 'callwall=x'),
  fc.string({ maxLength: 30 }),
)

/** Aimed at what there is more often than not. */
export const oddRequest: fc.Arbitrary<OddRequest> = fc.record({
  method: fc.oneof(
    { arbitrary: pick('GET', 'POST'), weight: 8 },
    { arbitrary: pick('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'BREW'), weight: 1 },
  ),
  path,
  headers: fc
    .record(
      {
        'Content-Type': fc.oneof(
          { arbitrary: fc.constant('application/json'), weight: 6 },
          { arbitrary: header, weight: 1 },
        ),
        Origin: header,
        Host: header,
        Cookie: header,
        'Content-Length': header,
        'Accept-Encoding': header,
        'X-Forwarded-For': header,
        'X-Forwarded-Host': header,
        Range: header,
        'If-None-Match': header,
      },
      { requiredKeys: ['Content-Type'] },
    )
    .map((headers) => headers as Record<string, string>),
  body: fc.option(body, { nil: undefined }),
})

/** The request itself; `undefined` for one that cannot even be sent. */
export function requestOf({ method, path, headers, body }: OddRequest): Request | undefined {
  try {
    const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD'
    return new Request(`http://wall.example${path}`, {
      method,
      headers,
      ...(hasBody ? { body } : {}),
    })
  } catch {
    return undefined
  }
}
