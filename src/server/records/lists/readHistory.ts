import type { Stretch } from '../../../domain/stretch.ts'
import { isFinal } from '../../../domain/sessionState.ts'
import type {
  CallHistory,
  HistoryCall,
  HistoryPage,
} from '../../../pbx/ozeki/http/getCallHistory.ts'
import type { HistoryRow } from './chainLink.ts'

/** Asks the PBX for a page of its history. Rejects with a `PbxError`. */
export type AskHistory = (page: HistoryPage) => Promise<CallHistory>

/** What the PBX's history tells. */
export interface History {
  readonly rows: readonly HistoryRow[]
  /** Where no call is missing; `undefined` where nobody can tell. */
  readonly whole: Stretch | undefined
}

const rowsPerPage = 500
/** A day of 200,000 sessions. */
const mostPages = 400

/**
 * The calls that began in [from, now], epoch ms, and are over. What the PBX counts and how long its pages may be is not
 * documented: pages are asked for until one brings nothing new. Rejects with a `PbxError`.
 */
export async function readHistory(ask: AskHistory, from: number, now: number): Promise<History> {
  const found = new Map<string, HistoryCall>()
  let isWhole = false
  let total = 0
  for (let pageNumber = 0; pageNumber < mostPages; pageNumber++) {
    const page = await ask({ pageNumber, rowsPerPage, from })
    const fresh = page.calls.filter(({ id }) => !found.has(id))
    for (const call of fresh) found.set(call.id, call)
    total = Math.max(total, page.total ?? 0)
    if (fresh.length > 0) continue
    // A page that repeats another one shows that this PBX has no second page, whatever is missing.
    isWhole = page.calls.length === 0 && found.size >= total
    break
  }
  const calls = [...found.values()]
  return {
    rows: calls.flatMap((call) => rowOf(call, from, now)),
    whole: isWhole ? [from, now] : wholePart(calls, from, now),
  }
}

function rowOf(call: HistoryCall, from: number, now: number): readonly HistoryRow[] {
  const { startedAt, state = 'Ended' } = call
  if (startedAt === undefined || startedAt < from || startedAt > now) return []
  // A PBX may list calls that go on.
  return isFinal(state) ? [{ ...call, startedAt, state }] : []
}

/** A list that was cut off holds one end of the time: the newest calls, or the oldest where it begins with them. */
function wholePart(calls: readonly HistoryCall[], from: number, now: number): Stretch | undefined {
  const begins = calls.flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt]))
  const [first, last] = [begins[0], begins[begins.length - 1]]
  if (first === undefined || last === undefined) return undefined
  const isOldestFirst = first <= last
  return isOldestFirst ? clip([from, last], from, now) : clip([last, now], from, now)
}

function clip([begin, end]: Stretch, from: number, now: number): Stretch | undefined {
  const stretch = [Math.max(begin, from), Math.min(end, now)] as const
  return stretch[0] < stretch[1] ? stretch : undefined
}
