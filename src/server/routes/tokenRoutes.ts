import { Hono } from 'hono'
import type { Context } from 'hono'
import * as v from 'valibot'
import { tokenRequestSchema } from '../../contract/wallConfig.ts'
import { isPbxError } from '../../pbx/pbxError.ts'
import { problem } from '../problem.ts'
import type { TokenBroker } from '../tokenBroker.ts'

/** `POST /api/token`. */
export function tokenRoutes(tokens: TokenBroker): Hono {
  const routes = new Hono()
  routes.post('/api/token', async (context) => {
    try {
      return context.json(await tokens.token(await wallOf(context)))
    } catch (error) {
      if (!isPbxError(error)) throw error
      const code = error.code === 'denied' ? 'denied' : 'failed'
      return problem(context, 502, error.message, code, error.reason)
    }
  })
  return routes
}

/** Who asks, if he says so in a way that can be read. */
async function wallOf(context: Context): Promise<string | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined)
  const request = v.safeParse(tokenRequestSchema, body)
  return request.success ? request.output.wall : undefined
}
