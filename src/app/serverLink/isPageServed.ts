import { withPatience } from '../withPatience.ts'

const patienceMs = 10_000

/** Whether a server answers the present address with a page; rejects when none answers in time. */
export function isPageServed(fetch: typeof globalThis.fetch, path: string): Promise<boolean> {
  return withPatience(patienceMs, async (signal) => {
    const response = await fetch(path, { cache: 'no-store', signal })
    return response.ok && (response.headers.get('Content-Type') ?? '').includes('html')
  })
}
