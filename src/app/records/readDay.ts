import * as v from 'valibot'
import { callsPageSchema } from '../../contract/callBodies.ts'
import type { CallsPage } from '../../contract/callBodies.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import { withPatience } from '../withPatience.ts'
import type { StoredDay } from './buildCentre.ts'

const patienceMs = 30_000
/** More pages than any day has. */
const mostPages = 500

/** Reads what the wall's server has stored of a day, `YYYY-MM-DD`. Rejects when it cannot be read as a whole. */
export async function readDay(fetch: typeof globalThis.fetch, day: string): Promise<StoredDay> {
  const records: CallRecord[] = []
  let after: string | null = ''
  let last: CallsPage | undefined
  for (let page = 0; after !== null && page < mostPages; page++) {
    const cursor: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
    last = await readPage(fetch, `/api/calls?day=${day}${cursor}`)
    records.push(...last.calls)
    after = last.next
  }
  const { revision = 0, covered = [], counted = [] } = last ?? {}
  return { revision, covered, counted, records }
}

async function readPage(fetch: typeof globalThis.fetch, path: string): Promise<CallsPage> {
  return withPatience(patienceMs, async (signal) => {
    const response = await fetch(path, { cache: 'no-store', signal })
    if (!response.ok) throw new Error(`The server answered ${response.status} for the day's calls.`)
    return v.parse(callsPageSchema, await response.json())
  })
}
