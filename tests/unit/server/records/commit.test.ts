import { expect, test } from 'vitest'
import type { Database, SqlValue } from '@/server/records/disk/database.ts'
import { openLibsql } from '@/server/records/disk/database.ts'
import { call } from './recordBuilder.ts'
import { recordsStage, report } from './recordsStage.ts'

/** The driver, with somebody who looks at each statement that it has carried out. */
function observed(file: string, look: (sql: string, database: Database) => void): Database {
  const database = openLibsql(file)
  return {
    get inTransaction() {
      return database.inTransaction
    },
    prepare(sql) {
      const statement = database.prepare(sql)
      const noting =
        <T>(act: (...values: readonly SqlValue[]) => T) =>
        (...values: readonly SqlValue[]): T => {
          const result = act(...values)
          look(sql, database)
          return result
        }
      return {
        run: noting((...values) => statement.run(...values)),
        get: noting((...values) => statement.get(...values)),
        all: noting((...values) => statement.all(...values)),
      }
    },
    exec(sql) {
      database.exec(sql)
      look(sql, database)
    },
    close: () => database.close(),
  }
}

test('an answer is given only after everything is committed', async () => {
  const done: string[] = []
  const open = (file: string): Database =>
    observed(file, (sql) => {
      if (sql.startsWith('INSERT INTO calls')) done.push('written')
      if (sql === 'COMMIT') done.push('committed')
    })
  const { records } = await recordsStage({}, { open })
  done.length = 0
  for (let round = 0; round < 5; round++) {
    records.save(report([call(`a${round}`), call(`b${round}`)]))
    done.push('answered')
  }
  const once = ['written', 'written', 'committed', 'answered']
  expect(done).toEqual([...once, ...once, ...once, ...once, ...once])
})

test('every transaction waits for the disk', async () => {
  const settings: unknown[] = []
  const open = (file: string): Database =>
    observed(file, (sql, database) => {
      if (sql !== 'COMMIT') return
      settings.push(database.prepare('PRAGMA synchronous').get())
      settings.push(database.prepare('PRAGMA journal_mode').get())
    })
  const { records } = await recordsStage({}, { open })
  settings.length = 0
  records.save(report([call('a')]))
  expect(settings).toMatchObject([{ synchronous: 2 }, { journal_mode: 'wal' }])
})
