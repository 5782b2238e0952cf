import { withPatience } from '../withPatience.ts'

const patienceMs = 10_000

/** Sends a body to the wall's server. Rejects when there is no answer in time. */
export async function postJson(
  fetch: typeof globalThis.fetch,
  path: string,
  body: unknown,
): Promise<Response> {
  return withPatience(patienceMs, (signal) =>
    fetch(path, {
      method: 'POST',
      cache: 'no-store',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    }),
  )
}
