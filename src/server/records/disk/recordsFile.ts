import { readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Log } from '../../log.ts'
import type { Database, OpenDatabase } from './database.ts'
import { troubleOf } from './database.ts'
import { NewerFile, prepareDatabase } from './schema.ts'

const mostDamaged = 3
const companions = ['', '-wal', '-shm']

/** An opened file, or why there is none, in words for the administrator. */
export type OpenedFile =
  | { readonly database: Database; readonly sentence?: undefined }
  | { readonly database?: undefined; readonly sentence: string }

/**
 * Opens the file of the call records and checks it. A damaged one is moved aside and begun anew; never throws.
 * @param stamp goes into the name of a file that is moved aside
 */
export function openRecordsFile(
  file: string,
  open: OpenDatabase,
  stamp: string,
  log: Log,
): OpenedFile {
  try {
    return { database: openReady(file, open) }
  } catch (error) {
    if (troubleOf(error) !== 'damaged') return { sentence: sentenceFor(file, error) }
    log('error', `The call records in ${file} are damaged.`, { why: messageOf(error) })
  }
  try {
    const aside = moveAside(file, stamp)
    log('error', `The damaged call records were moved to ${aside}; new ones are begun.`)
    return { database: openReady(file, open) }
  } catch (error) {
    return { sentence: sentenceFor(file, error) }
  }
}

function openReady(file: string, open: OpenDatabase): Database {
  const database = open(file)
  try {
    prepareDatabase(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Renames a database with its companions and forgets the oldest of those that were renamed before. */
function moveAside(file: string, stamp: string): string {
  const aside = `${file}.corrupt-${stamp}`
  for (const ending of companions) {
    try {
      renameSync(file + ending, aside + ending)
    } catch (error) {
      // Not every database has companions.
      if (ending === '') throw error
    }
  }
  const prefix = `${basename(file)}.corrupt-`
  const damaged = readdirSync(dirname(file))
    .filter((name) => name.startsWith(prefix) && !/-(wal|shm)$/.test(name))
    .sort()
  for (const name of damaged.slice(0, -mostDamaged)) {
    for (const ending of companions) rmSync(join(dirname(file), name + ending), { force: true })
  }
  return aside
}

function sentenceFor(file: string, error: unknown): string {
  if (error instanceof NewerFile) {
    return `The call records in ${file} were written by a newer version of callwall; update it, or choose another records.file.`
  }
  if (troubleOf(error) === 'full') return `The disk with the call records (${file}) is full.`
  return `The call records in ${file} cannot be opened; check that its folder exists and who may write there.`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : ''
}
