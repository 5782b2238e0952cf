import type { Database } from './database.ts'
import { onlyNumber } from './database.ts'

/** What the store remembers of itself, each under its name. */
export interface NumberTable {
  read(name: 'revision' | 'idsAgree'): number | undefined
  write(name: 'revision' | 'idsAgree', value: number): void
}

export function createNumberTable(database: Database): NumberTable {
  const select = database.prepare('SELECT value FROM numbers WHERE name = ?')
  const upsert = database.prepare('INSERT OR REPLACE INTO numbers VALUES (?, ?)')
  return {
    read(name) {
      const row = select.get(name)
      return row === undefined ? undefined : onlyNumber(row, 'value')
    },
    write: (name, value) => upsert.run(name, value),
  }
}
