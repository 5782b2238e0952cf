import { expect, test } from 'vitest'
import type { TokenProblem } from '@/app/components/views.ts'
import { fetchToken, TokenError } from '@/app/fetchToken.ts'

async function problemOf(answer: () => Promise<Response>): Promise<TokenProblem | undefined> {
  const error: unknown = await fetchToken(answer).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof TokenError ? error.problem : undefined
}

const answering = (status: number, body: unknown) => () =>
  Promise.resolve(new Response(JSON.stringify(body), { status }))
const problem = (code: string): unknown => ({ title: 'No', status: 502, detail: 'Why.', code })

test('a token is handed on', async () => {
  const answer = answering(200, { token: 'secret', expiresAt: 1 })
  await expect(fetchToken(answer)).resolves.toEqual({ type: 'token', token: 'secret' })
})

test.each([
  ['a refusal of the PBX', answering(502, problem('denied')), 'denied', 'Why.'],
  ['any other problem', answering(502, problem('failed')), 'failed', 'Why.'],
  ['a code that nobody knows', answering(502, problem('odd')), 'failed', 'Why.'],
  ['an answer that is no problem', answering(500, 'oops'), 'failed', ''],
  ['an answer without a token', answering(200, {}), 'withoutToken', ''],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'serverUnreachable', ''],
] as const)('%s is told apart', async (_case, answer, code, detail) => {
  expect(await problemOf(answer)).toEqual({ code, detail })
})

test('only a refusal of the PBX denies the wall', async () => {
  await expect(fetchToken(answering(502, problem('denied')))).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(fetchToken(answering(200, {}))).rejects.toMatchObject({ code: 'failed' })
})
