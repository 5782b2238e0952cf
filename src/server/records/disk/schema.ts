import type { Database } from './database.ts'
import { inTransaction, onlyNumber } from './database.ts'

const schemaVersion = 1

/** Times are epoch ms of site time. `body` is the record as JSON; the other columns are for finding it; `is_listed`: known from a list of the PBX, not from a wall. */
const tables = `
  CREATE TABLE calls (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    started_at REAL NOT NULL,
    last_at REAL NOT NULL,
    is_over INTEGER NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX calls_by_begin ON calls (started_at, id, last_at, is_over);
  CREATE INDEX calls_by_end ON calls (last_at);
  CREATE TABLE sessions (
    id TEXT NOT NULL,
    begun_at REAL NOT NULL,
    caller TEXT NOT NULL,
    callee TEXT NOT NULL,
    is_listed INTEGER NOT NULL,
    call_key INTEGER NOT NULL REFERENCES calls (key) ON DELETE CASCADE
  );
  CREATE INDEX sessions_by_id ON sessions (id);
  CREATE INDEX sessions_by_begin ON sessions (begun_at);
  CREATE INDEX sessions_by_call ON sessions (call_key);
  CREATE TABLE stretches (kind TEXT NOT NULL, from_at REAL NOT NULL, to_at REAL NOT NULL);
  CREATE TABLE numbers (name TEXT PRIMARY KEY, value REAL NOT NULL) WITHOUT ROWID;
  CREATE TABLE room (filler BLOB NOT NULL);
`

/** The file was written by a later version of the program, and is left as it is. */
export class NewerFile extends Error {
  override readonly name = 'NewerFile'
}

/**
 * Makes a freshly opened file ready: checks it whole, makes the tables in an empty one, and has every transaction
 * wait for the disk. Throws a `NewerFile`, or what the driver throws.
 */
export function prepareDatabase(database: Database): void {
  // Must come before the first table and the journal mode, or it is ignored.
  database.exec('PRAGMA auto_vacuum = INCREMENTAL')
  check(database)
  const version = onlyNumber(database.prepare('PRAGMA user_version').get(), 'user_version')
  if (version > schemaVersion) throw new NewerFile(`schema ${version}`)
  database.prepare('PRAGMA journal_mode = WAL').get()
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  if (version === schemaVersion) return
  inTransaction(database, () => {
    database.exec(tables)
    database.exec(`PRAGMA user_version = ${schemaVersion}`)
  })
}

function check(database: Database): void {
  const found = JSON.stringify(database.prepare('PRAGMA quick_check(1)').all())
  if (!/"ok"/.test(found)) throw new Error(`malformed: ${found}`)
}
