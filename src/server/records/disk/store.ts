import type { CallsReport } from '../../../contract/callBodies.ts'
import type { CallRecord } from '../../../domain/callRecord.ts'
import type { Stretch } from '../../../domain/stretch.ts'
import { createCallTable } from './callTable.ts'
import type { CallTable, StoredCall } from './callTable.ts'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'
import { createDayCount, createDayPages } from './dayPages.ts'
import type { CountCalls, ReadDayPage } from './dayPages.ts'
import { settle } from './merge.ts'
import { createNumberTable } from './numberTable.ts'
import { sessionFacts } from './sessionFacts.ts'
import { createStretchTable } from './stretchTable.ts'
import type { StretchKind } from './stretchTable.ts'

/** What a list of the PBX makes of the store: records that take the place of others, or of none. */
export interface Amendment {
  readonly replaced: readonly StoredCall[]
  readonly record: CallRecord
}

/** Call records on disk. What a method changed is on disk when it returns; it throws what the driver throws. */
export interface RecordStore {
  /**
   * Stores what is fuller than what there is; tells whether there is anything fuller than the report. `now` is epoch ms.
   */
  save(report: Pick<CallsReport, 'calls' | 'covered'>, now: number): { readonly isBehind: boolean }
  /**
   * Lets `change` see every call with a session that began in [from, to] and stores what it makes of them.
   * @param news `quiet`: the revision does not grow before the next change that is `told`
   */
  amend(from: number, to: number, change: Change, news: 'told' | 'quiet'): void
  readonly page: ReadDayPage
  readonly count: CountCalls
  /** What of the stretches lies in [from, to), in order; epoch ms. */
  stretches(kind: StretchKind, from: number, to: number): readonly Stretch[]
  addStretches(kind: StretchKind, stretches: readonly Stretch[]): void
  /** Grows whenever a wall that has read the day should read it again. */
  revision(): number
  /** Whether lists of the PBX and walls were seen to use the same session ids. */
  idsAgree(): boolean
  /** Forgets what ended before that, epoch ms, and gives the room back. */
  removeBefore(at: number): void
  /** Throws while the disk has no room for a report. */
  probe(): void
  close(): void
}

export type Change = (stored: readonly StoredCall[], idsAgree: boolean) => AmendmentList
export interface AmendmentList {
  readonly amendments: readonly Amendment[]
  /** Whether a session of a wall was found in a list of the PBX by its id. */
  readonly hasCommonId: boolean
}

/** @param firstRevision of an empty store; should differ from that of a store before it */
export function createRecordStore(database: Database, firstRevision: number): RecordStore {
  const calls = createCallTable(database)
  const stretches = createStretchTable(database)
  const numbers = createNumberTable(database)
  const whole = <T>(action: () => T): T => inTransaction(database, action)
  const idsAgree = (): boolean => numbers.read('idsAgree') === 1
  const learnIds = (): void => {
    if (!idsAgree()) numbers.write('idsAgree', 1)
  }
  const revision = (): number => numbers.read('revision') ?? firstRevision
  const bump = (): void => numbers.write('revision', revision() + 1)
  if (numbers.read('revision') === undefined) whole(() => numbers.write('revision', firstRevision))

  let hasNews = false

  const saveCall = (record: CallRecord, now: number): { isBehind: boolean; isNews: boolean } => {
    const { keys, hasCommonId } = findSame(calls, record, idsAgree())
    if (hasCommonId) learnIds()
    const stored = calls.read(keys).map((each) => each.record)
    const settlement = settle(record, stored, now)
    if (settlement.isStored) {
      calls.remove(keys)
      calls.insert(record, false)
    }
    return settlement
  }

  return {
    save: (report, now) =>
      whole(() => {
        const settlements = report.calls.map((record) => saveCall(record, now))
        stretches.add('covered', report.covered)
        if (settlements.some(({ isNews }) => isNews)) bump()
        return { isBehind: settlements.some(({ isBehind }) => isBehind) }
      }),
    amend: (from, to, change, news) =>
      whole(() => {
        const list = change(calls.withSessionIn(from, to), idsAgree())
        if (list.hasCommonId) learnIds()
        for (const { replaced, record } of list.amendments) {
          calls.remove(replaced.map(({ key }) => key))
          calls.insert(
            record,
            replaced.every(({ isListed }) => isListed),
          )
        }
        hasNews ||= list.amendments.length > 0
        if (!hasNews || news === 'quiet') return
        hasNews = false
        bump()
      }),
    page: createDayPages(database),
    count: createDayCount(database),
    stretches: (kind, from, to) => stretches.within(kind, from, to),
    addStretches: (kind, added) => whole(() => stretches.add(kind, added)),
    revision,
    idsAgree,
    removeBefore(at) {
      const removed = whole(() => {
        stretches.removeBefore(at)
        return calls.removeBefore(at)
      })
      if (removed > 0) database.exec('PRAGMA incremental_vacuum')
    },
    probe() {
      whole(() => database.exec('INSERT INTO room VALUES (zeroblob(1000000))'))
      whole(() => database.exec('DELETE FROM room'))
    },
    close() {
      try {
        // The file alone then holds everything, for whoever copies it.
        database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      } catch {
        // A damaged file cannot be tidied up.
      } finally {
        database.close()
      }
    },
  }
}

/** The stored calls that share a session with `record`: by its id or, unless ids are known to agree, by its facts. */
function findSame(
  calls: CallTable,
  record: CallRecord,
  idsAgree: boolean,
): { readonly keys: ReadonlySet<number>; readonly hasCommonId: boolean } {
  const keys = new Set<number>()
  let hasCommonId = false
  for (const session of sessionFacts(record)) {
    const byId = calls.withId(session)
    hasCommonId ||= byId.some(({ isListed }) => isListed)
    const likely = byId.length > 0 || idsAgree ? [] : calls.listedLike(session).slice(0, 1)
    for (const key of [...byId.map((found) => found.key), ...likely]) keys.add(key)
  }
  return { keys, hasCommonId }
}
