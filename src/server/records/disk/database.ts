import { createRequire } from 'node:module'
import type Libsql from 'libsql'

/** The part of a SQLite connection that is used. Every call blocks until it is done. */
export interface Database {
  readonly inTransaction: boolean
  exec(sql: string): unknown
  prepare(sql: string): Statement
  close(): unknown
}

export interface Statement {
  run(...values: readonly SqlValue[]): unknown
  get(...values: readonly SqlValue[]): unknown
  all(...values: readonly SqlValue[]): readonly unknown[]
}

export type SqlValue = string | number

/** Opens a file, or memory for `:memory:`. Throws when it cannot. */
export type OpenDatabase = (file: string) => Database

const lockPatienceMs = 1_000

/** It is loaded when it is needed: where npm has left its native part out, everything else still runs. */
export const openLibsql: OpenDatabase = (file) => {
  const Driver = createRequire(import.meta.url)('libsql') as typeof Libsql
  const database = new Driver(file, { timeout: lockPatienceMs })
  return {
    get inTransaction() {
      return database.inTransaction
    },
    exec: (sql) => database.exec(sql),
    prepare: (sql) => database.prepare<SqlValue[]>(sql),
    close: () => database.close(),
  }
}

/**
 * Does `action` whole or not at all; what it did is on disk when this returns. By hand, since the driver's own
 * transaction hides why a full disk ended it.
 */
export function inTransaction<T>(database: Database, action: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = action()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** What is wrong with a file: `damaged` is past help, of `full` and `unreachable` it may recover. */
export type DatabaseTrouble = 'damaged' | 'full' | 'unreachable'

/** What an error of the driver means. */
export function troubleOf(error: unknown): DatabaseTrouble {
  const text = error instanceof Error ? `${codeOf(error)} ${error.message}` : ''
  if (/SQLITE_(CORRUPT|NOTADB)|malformed|not a database/i.test(text)) return 'damaged'
  return /SQLITE_FULL|is full/i.test(text) ? 'full' : 'unreachable'
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The only value of a row with one column. */
export function onlyNumber(row: unknown, column: string): number {
  const value: unknown = row !== null && typeof row === 'object' ? Reflect.get(row, column) : 0
  return typeof value === 'number' ? value : 0
}
