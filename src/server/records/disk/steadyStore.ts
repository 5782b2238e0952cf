import type { Log } from '../../log.ts'
import type { Database, OpenDatabase } from './database.ts'
import { troubleOf } from './database.ts'
import { openRecordsFile } from './recordsFile.ts'
import { prepareDatabase } from './schema.ts'
import { createRecordStore } from './store.ts'
import type { RecordStore } from './store.ts'

/** Whether records reach the disk; the sentence is for the administrator. */
export type RecordsState =
  { readonly isFailing: false } | { readonly isFailing: true; readonly sentence: string }

/** What was told is not on disk. The message is for the administrator. */
export class RecordsFailing extends Error {
  override readonly name = 'RecordsFailing'
}

/** A store that is always there: of a file or, while there is none, in memory. */
export interface SteadyStore {
  /** Does `action`, or gives `otherwise` where the store fails. */
  use<T>(action: (store: RecordStore) => T, otherwise: T): T
  /** Does `action` on disk. Throws `RecordsFailing` where that fails. */
  write<T>(action: (store: RecordStore) => T): T
  state(): RecordsState
  /** Tries to get well again, if there is need. */
  mend(): void
  close(): void
}

export interface SteadyStoreOptions {
  readonly file: string
  readonly open: OpenDatabase
  /** Epoch ms. */
  readonly now: () => number
  readonly log: Log
  readonly onState: (state: RecordsState) => void
}

const memory = ':memory:'
const noDriver =
  'Call records are not stored: the database driver (libsql) is not installed for this computer. Install callwall again on it, with its optional packages.'
const well: RecordsState = { isFailing: false }

export function createSteadyStore(options: SteadyStoreOptions): SteadyStore {
  const { file, now, log } = options
  let state: RecordsState = well
  let isInMemory = file === memory
  let isClosed = false
  /** `undefined` where not even memory can be had: the database driver is missing. */
  let store: RecordStore | undefined

  const become = (next: RecordsState): void => {
    if (next.isFailing === state.isFailing) return
    state = next
    if (next.isFailing) log('error', next.sentence)
    else log('info', 'Call records are written again.')
    options.onState(next)
  }
  const storeOf = (database: Database): RecordStore =>
    createRecordStore(database, Math.round(now()))
  const openMemory = (): RecordStore | undefined => {
    try {
      const database = options.open(memory)
      prepareDatabase(database)
      return storeOf(database)
    } catch (error) {
      become({ isFailing: true, sentence: noDriver })
      log('warn', 'The database driver cannot be used.', { why: String(error) })
      return undefined
    }
  }
  const openFile = (): RecordStore | undefined => {
    const stamp = new Date(now()).toISOString().replace(/\W/g, '')
    const { database, sentence } = openRecordsFile(file, options.open, stamp, log)
    if (database !== undefined) return storeOf(database)
    become({ isFailing: true, sentence })
    return undefined
  }
  /** The file, anew; memory where it cannot be opened any more. */
  const reopen = (): void => {
    store?.close()
    const opened = openFile()
    isInMemory = opened === undefined
    store = opened ?? openMemory()
  }
  const fail = (error: unknown): void => {
    if (state.isFailing) return
    const trouble = troubleOf(error)
    const why = trouble === 'full' ? 'the disk is full' : 'the file cannot be written'
    become({ isFailing: true, sentence: `Call records are not stored: ${why} (${file}).` })
    log('warn', 'A call record could not be read or written.', { why: String(error) })
  }

  const present = (): RecordStore => {
    if (store === undefined) throw new RecordsFailing(noDriver)
    return store
  }

  /** Does `action`; once more with a new file where the present one turns out to be damaged. */
  const attempt = <T>(action: (store: RecordStore) => T): T => {
    try {
      return action(present())
    } catch (error) {
      if (isInMemory || troubleOf(error) !== 'damaged') throw error
      reopen()
      return action(present())
    }
  }

  const opened = isInMemory ? undefined : openFile()
  isInMemory = opened === undefined
  store = opened ?? openMemory()

  return {
    use(action, otherwise) {
      if (isClosed) return otherwise
      try {
        return attempt(action)
      } catch (error) {
        fail(error)
        return otherwise
      }
    },
    write(action) {
      if (isClosed) throw new RecordsFailing('The server is stopping.')
      let result
      try {
        result = attempt(action)
      } catch (cause) {
        fail(cause)
        throw new RecordsFailing(sentenceOf(state), { cause })
      }
      if (isInMemory && file !== memory) throw new RecordsFailing(sentenceOf(state))
      become(well)
      return result
    },
    state: () => state,
    mend() {
      if (!state.isFailing) return
      if (!isInMemory) {
        try {
          attempt((each) => each.probe())
          become(well)
        } catch {
          // It was told already, and will be tried again.
        }
        return
      }
      const next = openFile()
      if (next === undefined) return
      const former = store
      store = next
      isInMemory = false
      former?.close()
      become(well)
    },
    close() {
      isClosed = true
      store?.close()
    },
  }
}

function sentenceOf(state: RecordsState): string {
  return state.isFailing ? state.sentence : 'Call records are not stored.'
}
