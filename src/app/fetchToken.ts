import * as v from 'valibot'
import { problemSchema, tokenBodySchema } from '../contract/wallConfig.ts'
import { PbxError } from '../pbx/pbxError.ts'
import type { Credentials } from '../pbx/client.ts'

/** Asks the wall's server for a token. Rejects with a `PbxError`: `denied` when the PBX refused the server. */
export async function fetchToken(fetch: typeof globalThis.fetch): Promise<Credentials> {
  let response: Response
  try {
    response = await fetch('/api/token', { method: 'POST', cache: 'no-store' })
  } catch (cause) {
    const message =
      'The wall’s server cannot be reached. Check that it runs and that this screen has a network; the wall keeps trying.'
    throw new PbxError('failed', message, { cause })
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const token = v.safeParse(tokenBodySchema, body)
    if (token.success) return { type: 'token', token: token.output.token }
    throw new PbxError('failed', 'The wall’s server answered without a token.')
  }
  const problem = v.safeParse(problemSchema, body)
  const code = problem.success && problem.output.code === 'denied' ? 'denied' : 'failed'
  throw new PbxError(code, problem.success ? problem.output.detail : 'The server gave no token.')
}
