import { afterEach, expect, test, vi } from 'vitest'
import { generateSecurityToken } from '../../../src/pbx/ozeki/http/tokenRequest.ts'
import { isPbxError } from '../../../src/pbx/pbxError.ts'

const token = 'nixtwtqHr0qTRk9FcrV8Sg'

function answering(body: string, status = 200) {
  const requests: { readonly url: string; readonly init: RequestInit | undefined }[] = []
  const fetch = (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    requests.push({ url: url instanceof Request ? url.url : String(url), init })
    return Promise.resolve(new Response(body, { status }))
  }
  return { fetch, requests }
}

const ask = (fetch: typeof globalThis.fetch, user: { username?: string; password?: string } = {}) =>
  generateSecurityToken({ httpApiUrl: 'http://pbx.test:7780/', ...user, fetch, timeoutMs: 5_000 })

const failure = (fetch: typeof globalThis.fetch): Promise<unknown> =>
  ask(fetch, { username: 'wall', password: 'pass word' }).then(
    () => 'no failure',
    (error: unknown) => error,
  )

afterEach(() => {
  vi.useRealTimers()
})

test('a token that cannot change calls is asked for, by a form in the body', async () => {
  const { fetch, requests } = answering(
    `<Response><Code>200</Code><SecurityToken>${token}</SecurityToken></Response>`,
  )
  expect(await ask(fetch, { username: 'wall', password: 'p&=ss' })).toBe(token)
  const { url, init } = requests[0]!
  expect(url).toBe('http://pbx.test:7780/')
  expect(init?.method).toBe('POST')
  const form = new URLSearchParams(init?.body as URLSearchParams)
  expect(Object.fromEntries(form)).toEqual({
    Command: 'GenerateSecurityToken',
    AuthXml:
      '<?xml version="1.0"?>\r\n<SecurityToken>\r\n\t<AllowSessionModification>False</AllowSessionModification>\r\n</SecurityToken>\r\n',
    Username: 'wall',
    Password: 'p&=ss',
  })
})

test('without a user none is sent', async () => {
  const { fetch, requests } = answering(
    `<Response><SecurityToken>${token}</SecurityToken></Response>`,
  )
  await ask(fetch)
  const form = new URLSearchParams(requests[0]?.init?.body as URLSearchParams)
  expect([...form.keys()]).toEqual(['Command', 'AuthXml'])
})

test.each([
  `<?xml version="1.0"?><Response xmlns:xsi="urn:x"><Code>200</Code><SecurityToken>${token}</SecurityToken></Response>`,
  `\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<Response><SecurityToken> ${token} </SecurityToken><Code>200</Code></Response>\r\n`,
  `<Response><Result><SecurityToken><Token>${token}</Token></SecurityToken></Result><Code>200</Code></Response>`,
  `<o:Response xmlns:o="urn:o"><o:Code>200</o:Code><o:SecurityToken>${token}</o:SecurityToken></o:Response>`,
  `<SecurityToken>${token}</SecurityToken>`,
])('a token is found whatever the answer looks like around it: %s', async (body) => {
  expect(await ask(answering(body).fetch)).toBe(token)
})

test('a token of digits stays text', async () => {
  const { fetch } = answering(
    '<Response><SecurityToken>00123456789012345678901</SecurityToken></Response>',
  )
  expect(await ask(fetch)).toBe('00123456789012345678901')
})

test.each([
  ['304', 'denied', 'OZEKI_HTTP_USERNAME'],
  ['305', 'denied', 'password'],
  ['306', 'denied', 'group'],
  ['307', 'denied', 'address'],
  ['300', 'failed', 'HTTP API'],
  ['302', 'failed', 'parameter'],
  ['401', 'failed', 'could not do'],
  ['999', 'failed', 'Odd thing'],
] as const)('code %s is %s, with a sentence for the administrator', async (code, kind, words) => {
  const { fetch } = answering(
    `<Response><Code>${code}</Code><Message>Odd thing</Message></Response>`,
  )
  const error = await failure(fetch)
  expect(isPbxError(error, kind)).toBe(true)
  expect(String(error)).toContain(words)
  expect(String(error)).not.toContain('pass word')
})

test.each([
  ['nothing', ''],
  ['no XML', '{"token":"x"}'],
  ['half an answer', `<Response><SecurityToken>${token.slice(0, 9)}`],
  ['a page', '<html><body>Log in</body></html>'],
  ['an empty token', '<Response><Code>200</Code><SecurityToken/></Response>'],
  ['a token with a blank', '<Response><SecurityToken>a b</SecurityToken></Response>'],
  [
    'far too much',
    `<Response>${'<a>b</a>'.repeat(20_000)}<SecurityToken>x</SecurityToken></Response>`,
  ],
])('an answer with %s has failed', async (_, body) => {
  expect(isPbxError(await failure(answering(body).fetch), 'failed')).toBe(true)
})

test('an HTTP error has failed, even one whose number looks like a code', async () => {
  const body = '<Response><Code>305</Code></Response>'
  expect(isPbxError(await failure(answering(body, 500).fetch), 'failed')).toBe(true)
})

test('a PBX that cannot be reached has failed', async () => {
  const error = await failure(() => Promise.reject(new TypeError('fetch failed')))
  expect(isPbxError(error, 'failed')).toBe(true)
})

test('a PBX that does not answer in time has failed, even if the request cannot be ended', async () => {
  vi.useFakeTimers()
  const waiting = failure(() => new Promise(() => undefined))
  await vi.advanceTimersByTimeAsync(5_000)
  const error = await waiting
  expect(isPbxError(error, 'failed')).toBe(true)
  expect(String(error)).toContain('within 5 s')
  expect(vi.getTimerCount()).toBe(0)
})
