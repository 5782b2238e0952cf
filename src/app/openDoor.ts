import * as v from 'valibot'
import { problemSchema } from '../contract/wallConfig.ts'
import { postJson } from './serverLink/postJson.ts'

/** What the wall's server says to a key. */
export type DoorAnswer =
  | { readonly type: 'open' }
  | { readonly type: 'wrong' }
  /** Too many wrong keys before; it was not looked at. */
  | { readonly type: 'slowDown'; readonly seconds: number }
  | { readonly type: 'unreachable' }

const usualSeconds = 10
const mostSeconds = 600

/** Shows the access key to the wall's server, which remembers by a cookie that it has seen it. */
export async function openDoor(fetch: typeof globalThis.fetch, key: string): Promise<DoorAnswer> {
  try {
    const response = await postJson(fetch, '/api/access', { key })
    if (response.ok) return { type: 'open' }
    if (response.status === 429) return { type: 'slowDown', seconds: secondsOf(response) }
    return { type: (await isRefusal(response)) ? 'wrong' : 'unreachable' }
  } catch {
    return { type: 'unreachable' }
  }
}

/** A key that is too long or odd to be looked at is wrong, too. */
async function isRefusal(response: Response): Promise<boolean> {
  if (response.status === 413 || response.status === 400) return true
  const problem = v.safeParse(problemSchema, await response.json().catch(() => undefined))
  return problem.success && problem.output.code === 'keyWrong'
}

function secondsOf(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? usualSeconds)
  return Number.isFinite(seconds) && seconds >= 1 ? Math.min(seconds, mostSeconds) : usualSeconds
}
