import type { Context } from 'hono'
import * as v from 'valibot'
import { problem } from './problem.ts'

/** A body that was sent, or the answer for whoever sent something else. */
export type ReadBody<T> =
  | { readonly value: T; readonly refusal?: undefined }
  | { readonly value?: undefined; readonly refusal: Response }

/** Reads a JSON body and checks it. */
export async function readJson<T>(
  context: Context,
  schema: v.GenericSchema<unknown, T>,
): Promise<ReadBody<T>> {
  const type = context.req.header('Content-Type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    return { refusal: problem(context, 415, 'The body has to be application/json.') }
  let body: unknown
  try {
    body = await context.req.json()
  } catch {
    return { refusal: problem(context, 400, 'The body is not JSON.') }
  }
  const result = v.safeParse(schema, body)
  if (result.success) return { value: result.output }
  const [issue] = result.issues
  const path = v.getDotPath(issue) ?? ''
  return { refusal: problem(context, 400, `${path === '' ? 'The body' : path}: ${issue.message}`) }
}
