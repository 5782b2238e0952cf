import * as v from 'valibot'
import { problemSchema, tokenBodySchema } from '../contract/wallConfig.ts'
import { PbxError } from '../pbx/pbxError.ts'
import type { Credentials } from '../pbx/client.ts'
import type { TokenProblem } from './components/views.ts'

/** The wall's server handed out no token. */
export class TokenError extends PbxError {
  readonly problem: TokenProblem

  constructor(problem: TokenProblem, options?: ErrorOptions) {
    const message = `No token from the wall’s server: ${problem.code}. ${problem.detail}`
    super(problem.code === 'denied' ? 'denied' : 'failed', message, options)
    this.problem = problem
  }
}

/** Asks the wall's server for a token. Rejects with a `TokenError`. */
export async function fetchToken(fetch: typeof globalThis.fetch): Promise<Credentials> {
  let response: Response
  try {
    response = await fetch('/api/token', { method: 'POST', cache: 'no-store' })
  } catch (cause) {
    throw new TokenError({ code: 'serverUnreachable', detail: '' }, { cause })
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const token = v.safeParse(tokenBodySchema, body)
    if (token.success) return { type: 'token', token: token.output.token }
    throw new TokenError({ code: 'withoutToken', detail: '' })
  }
  const problem = v.safeParse(problemSchema, body)
  if (!problem.success) throw new TokenError({ code: 'failed', detail: '' })
  const { code, detail } = problem.output
  throw new TokenError({ code: code === 'denied' ? 'denied' : 'failed', detail })
}
