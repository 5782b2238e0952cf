import * as v from 'valibot'
import { problemSchema, tokenBodySchema } from '../contract/wallConfig.ts'
import type { TokenBody } from '../contract/wallConfig.ts'
import { PbxError } from '../pbx/pbxError.ts'
import type { TokenProblem } from './components/views.ts'

/** The wall's server handed out no token. */
export class TokenError extends PbxError {
  readonly problem: TokenProblem

  constructor(problem: TokenProblem, options?: ErrorOptions) {
    const message = `No token from the wall’s server: ${problem.code} ${problem.pbxCode ?? ''}`
    super(problem.code === 'denied' ? 'denied' : 'failed', message.trim(), options)
    this.problem = problem
  }
}

/**
 * Asks the wall's server for a token. Rejects with a `TokenError`.
 * @param wall the random name of this page, so that it never gets a token twice
 */
export async function fetchToken(fetch: typeof globalThis.fetch, wall: string): Promise<TokenBody> {
  let response: Response
  try {
    response = await fetch('/api/token', {
      method: 'POST',
      cache: 'no-store',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ wall }),
    })
  } catch (cause) {
    throw new TokenError({ code: 'serverUnreachable' }, { cause })
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const token = v.safeParse(tokenBodySchema, body)
    if (token.success) return token.output
    throw new TokenError({ code: 'withoutToken' })
  }
  const problem = v.safeParse(problemSchema, body)
  throw new TokenError(problem.success ? problemOf(problem.output) : { code: 'failed' })
}

function problemOf({ code, pbxCode }: v.InferOutput<typeof problemSchema>): TokenProblem {
  const isKnown = code === 'denied' || code === 'keyRequired'
  return { code: isKnown ? code : 'failed', pbxCode }
}
