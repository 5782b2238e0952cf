import { expect, test } from 'vitest'
import type { TokenProblem } from '@/app/components/views.ts'
import { fetchToken, TokenError } from '@/app/fetchToken.ts'

async function problemOf(answer: typeof fetch): Promise<TokenProblem | undefined> {
  const error: unknown = await fetchToken(answer, 'wall').then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof TokenError ? error.problem : undefined
}

const answering = (status: number, body: unknown) => () =>
  Promise.resolve(new Response(JSON.stringify(body), { status }))
const problem = (code: string, pbxCode?: string): unknown => ({
  ...{ title: 'No', status: 502, detail: 'Why.', code },
  ...(pbxCode !== undefined && { pbxCode }),
})

test('a token is handed on with its end, to a wall that names itself', async () => {
  const bodies: unknown[] = []
  const answer: typeof fetch = (_path, init) => {
    bodies.push(init?.method, init?.body)
    return answering(200, { token: 'secret', expiresAt: 1 })()
  }
  await expect(fetchToken(answer, 'wall-1')).resolves.toEqual({ token: 'secret', expiresAt: 1 })
  expect(bodies).toEqual(['POST', '{"wall":"wall-1"}'])
})

test.each([
  ['a refusal of the PBX', answering(502, problem('denied', '305')), 'denied', '305'],
  ['any other problem', answering(502, problem('failed', 'timeout')), 'failed', 'timeout'],
  ['a code that nobody knows', answering(502, problem('odd', '999')), 'failed', undefined],
  ['a server that wants its key', answering(401, problem('keyRequired')), 'keyRequired', undefined],
  ['an answer that is no problem', answering(500, 'oops'), 'failed', undefined],
  ['an answer without a token', answering(200, {}), 'withoutToken', undefined],
  [
    'no answer',
    () => Promise.reject(new TypeError('Failed to fetch')),
    'serverUnreachable',
    undefined,
  ],
] as const)('%s is told apart', async (_case, answer, code, pbxCode) => {
  expect(await problemOf(answer)).toEqual({ code, ...(pbxCode !== undefined && { pbxCode }) })
})

test('only a refusal of the PBX denies the wall', async () => {
  await expect(fetchToken(answering(502, problem('denied')), 'wall')).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(fetchToken(answering(200, {}), 'wall')).rejects.toMatchObject({ code: 'failed' })
})

test('the error of a token tells no secret and no words of the server', async () => {
  const answer = answering(502, { ...(problem('failed', '304') as object), detail: 's3cret' })
  await expect(fetchToken(answer, 'wall')).rejects.toMatchObject({
    message: 'No token from the wall’s server: failed 304',
  })
})
