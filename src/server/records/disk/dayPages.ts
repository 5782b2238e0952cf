import { pageOfCalls } from '../../../contract/callBodies.ts'
import { longestCallMs, sameIdWithinMs } from '../../../domain/callRecord.ts'
import type { CallRecord } from '../../../domain/callRecord.ts'
import { storedCalls } from './callTable.ts'
import type { Cursor } from '../cursor.ts'
import type { Database } from './database.ts'
import { onlyNumber } from './database.ts'

/** Some of the calls of a day, in the order of their begin. */
export interface DayPage {
  readonly calls: readonly CallRecord[]
  /** Where the next page begins; `undefined` after the last. */
  readonly next: Cursor | undefined
}

/** Reads the calls that touch [start, end), epoch ms, from behind `after`. */
export type ReadDayPage = (start: number, end: number, after: Cursor | undefined) => DayPage

/** Long calls make short pages: so many characters of JSON, and the call with which they are reached. */
const longestPage = 4_000_000

const touchesDay =
  'started_at >= ? AND started_at < ? AND (last_at >= ? OR (is_over = 0 AND last_at >= ?))'

/** No call is looked for that began longer before the day that it touches than a call lasts. */
function dayBounds(start: number, end: number): readonly number[] {
  return [start - longestCallMs, end, start, start - sameIdWithinMs]
}

/** How many calls touch [start, end), epoch ms. */
export type CountCalls = (start: number, end: number) => number

export function createDayCount(database: Database): CountCalls {
  const select = database.prepare(`SELECT count(*) AS found FROM calls WHERE ${touchesDay}`)
  return (start, end) => onlyNumber(select.get(...dayBounds(start, end)), 'found')
}

/** A call of which nobody heard the end touches a day only as long as it may be going on. */
export function createDayPages(database: Database): ReadDayPage {
  const select = database.prepare(`
    SELECT key, id, started_at, body FROM calls
    WHERE ${touchesDay} AND (started_at, id) > (?, ?)
    ORDER BY started_at, id LIMIT ?
  `)

  return (start, end, after) => {
    const from = after ?? { startedAt: start - longestCallMs, id: '' }
    const rows = select.all(...dayBounds(start, end), ...[from.startedAt, from.id, pageOfCalls + 1])
    const fitting = fittingRows(rows)
    const last = storedCalls(fitting.slice(-1))[0]?.record
    const isWhole = fitting.length === rows.length || last === undefined
    return {
      calls: storedCalls(fitting).map(({ record }) => record),
      next: isWhole ? undefined : { startedAt: last.startedAt, id: last.id },
    }
  }
}

function fittingRows(rows: readonly unknown[]): readonly unknown[] {
  let length = 0
  const end = rows.findIndex((row, place) => {
    if (place === pageOfCalls || length > longestPage) return true
    length += JSON.stringify(row).length
    return false
  })
  return end < 0 ? rows : rows.slice(0, end)
}
