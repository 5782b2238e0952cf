import { lastStepAt, sameIdWithinMs } from '../../../domain/callRecord.ts'
import type { CallRecord } from '../../../domain/callRecord.ts'
import type { Database } from './database.ts'
import { onlyNumber } from './database.ts'
import { sessionFacts } from './sessionFacts.ts'
import type { SessionFact } from './sessionFacts.ts'

/** A record and its place in the store. */
export interface StoredCall {
  readonly key: number
  readonly record: CallRecord
  /** Made from lists of the PBX, not told by a wall. */
  readonly isListed: boolean
}

/** The calls on disk. Every method runs in the transaction of whoever calls it. */
export interface CallTable {
  /** @param isListed the record is made from lists of the PBX */
  insert(record: CallRecord, isListed: boolean): void
  remove(keys: Iterable<number>): void
  read(keys: Iterable<number>): readonly StoredCall[]
  /** Keys of the calls with a session of that id that began within 12 h of it. */
  withId(session: SessionFact): readonly { readonly key: number; readonly isListed: boolean }[]
  /** Keys of the calls with a session of the same parties and time that a list of the PBX told. */
  listedLike(session: SessionFact): readonly number[]
  /** The calls with a session that began in [from, to], epoch ms. */
  withSessionIn(from: number, to: number): readonly StoredCall[]
  /** Whether any session with that id is known from a wall. */
  isFromWall(sessionId: string): boolean
  /** Forgets the calls whose newest step is before that, epoch ms; tells how many. */
  removeBefore(at: number): number
}

/** How far the begins of one session may lie apart in two accounts of it, ms; DESIGN 4.4. */
export const alikeWithinMs = 3_000

const columns = 'key, body, (SELECT max(is_listed) FROM sessions WHERE call_key = key) AS is_listed'

export function createCallTable(database: Database): CallTable {
  const insertCall = database.prepare(
    'INSERT INTO calls (id, started_at, last_at, is_over, body) VALUES (?, ?, ?, ?, ?) RETURNING key',
  )
  const insertSession = database.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM calls WHERE key = ?')
  const read = database.prepare(`SELECT ${columns} FROM calls WHERE key = ?`)
  const byId = database.prepare(
    'SELECT call_key AS key, is_listed FROM sessions WHERE id = ? AND begun_at BETWEEN ? AND ?',
  )
  const alike = database.prepare(
    'SELECT call_key AS key FROM sessions WHERE is_listed = 1 AND caller = ? AND callee = ? AND begun_at BETWEEN ? AND ?',
  )
  const inRange = database.prepare(
    `SELECT ${columns} FROM calls WHERE key IN (SELECT call_key FROM sessions WHERE begun_at BETWEEN ? AND ?)`,
  )
  const fromWall = database.prepare(
    'SELECT count(*) AS found FROM sessions WHERE id = ? AND is_listed = 0',
  )
  const countBefore = database.prepare('SELECT count(*) AS found FROM calls WHERE last_at < ?')
  const removeBefore = database.prepare('DELETE FROM calls WHERE last_at < ?')

  return {
    insert(record, isListed) {
      const { id, startedAt, isOver } = record
      const row = insertCall.get(
        ...[id, startedAt, lastStepAt(record)],
        ...[Number(isOver), JSON.stringify(record)],
      )
      const key = onlyNumber(row, 'key')
      for (const { id, begunAt, caller, callee } of sessionFacts(record)) {
        insertSession.run(id, begunAt, caller, callee, Number(isListed), key)
      }
    },
    remove(keys) {
      for (const key of keys) remove.run(key)
    },
    read: (keys) => [...keys].flatMap((key) => storedCalls(read.all(key))),
    withId: ({ id, begunAt }) =>
      byId.all(id, begunAt - sameIdWithinMs, begunAt + sameIdWithinMs).map((row) => ({
        key: onlyNumber(row, 'key'),
        isListed: onlyNumber(row, 'is_listed') === 1,
      })),
    listedLike: ({ caller, callee, begunAt }) =>
      alike
        .all(caller, callee, begunAt - alikeWithinMs, begunAt + alikeWithinMs)
        .map((row) => onlyNumber(row, 'key')),
    withSessionIn: (from, to) => storedCalls(inRange.all(from, to)),
    isFromWall: (sessionId) => onlyNumber(fromWall.get(sessionId), 'found') > 0,
    removeBefore(at) {
      const found = onlyNumber(countBefore.get(at), 'found')
      if (found > 0) removeBefore.run(at)
      return found
    },
  }
}

/** The records in rows of the table; a row that cannot be read is left out. */
export function storedCalls(rows: readonly unknown[]): readonly StoredCall[] {
  return rows.flatMap((row) => {
    const body: unknown = row !== null && typeof row === 'object' ? Reflect.get(row, 'body') : ''
    try {
      const record = JSON.parse(String(body)) as CallRecord
      const isListed = onlyNumber(row, 'is_listed') === 1
      return [{ key: onlyNumber(row, 'key'), record, isListed }]
    } catch {
      return []
    }
  })
}
