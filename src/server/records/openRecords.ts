import type { CallsReport, CallsStored } from '../../contract/callBodies.ts'
import type { Config } from '../../contract/config.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Stretch } from '../../domain/stretch.ts'
import type { Unsubscribe } from '../../pbx/client.ts'
import { createListeners } from '../../pbx/listeners.ts'
import type { Timers } from '../../pbx/timers.ts'
import type { Log } from '../log.ts'
import type { Cursor } from './cursor.ts'
import { openLibsql } from './disk/database.ts'
import type { OpenDatabase } from './disk/database.ts'
import type { DayPage } from './disk/dayPages.ts'
import { maskRecord, storedMask } from './maskRecord.ts'
import { dayAt, oldestKept } from './siteDays.ts'
import type { Change } from './disk/store.ts'
import type { StretchKind } from './disk/stretchTable.ts'
import { createSteadyStore } from './disk/steadyStore.ts'
import type { RecordsState } from './disk/steadyStore.ts'

export interface RecordsOptions {
  /** Path of the file, or `:memory:`. */
  readonly file: string
  readonly config: () => Config
  /** The site's. */
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** @default libsql */
  readonly open?: OpenDatabase
}

/** The call records of the site. Whatever is wrong with their file, they answer as well as they can and say so. */
export interface Records {
  /** Throws `RecordsFailing` when the report is not on disk. */
  save(report: CallsReport): CallsStored
  /** The calls that touch [start, end), epoch ms, from behind `after`. */
  page(start: number, end: number, after: Cursor | undefined): DayPage
  /** How many calls touch [start, end), epoch ms. */
  count(start: number, end: number): number
  stretches(kind: StretchKind, from: number, to: number): readonly Stretch[]
  /** As `RecordStore.amend`; nothing is changed where that fails. */
  amend(from: number, to: number, change: Change, news: 'told' | 'quiet'): void
  addCounted(stretches: readonly Stretch[]): void
  revision(): number
  state(): RecordsState
  onRevision(listener: (revision: number) => void): Unsubscribe
  /** Told when a wall reports ends that it did not see: when the first of those calls began, epoch ms. */
  onLoss(listener: (startedAt: number) => void): Unsubscribe
  onState(listener: (state: RecordsState) => void): Unsubscribe
  /** A second call does nothing. */
  close(): void
}

const tickMs = 60_000
/** How far a wall's clock may be ahead of ours, ms. */
const aheadMs = 60_000

/** Opens the records and looks after them until they are closed: what is too old is forgotten, what fails tried again. */
export function openRecords(options: RecordsOptions): Records {
  const { config, clock, timers, log } = options
  const revisions = createListeners<number>()
  const losses = createListeners<number>()
  const states = createListeners<RecordsState>()
  const store = createSteadyStore({
    file: options.file,
    open: options.open ?? openLibsql,
    now: () => clock.now(),
    log,
    onState: (state) => states.emit(state),
  })
  let told = store.use((each) => each.revision(), 0)
  let purged = { until: 0, days: 0 }
  let timer: unknown
  let isClosed = false

  const tellRevision = (): void => {
    const revision = store.use((each) => each.revision(), told)
    if (revision === told) return
    told = revision
    revisions.emit(revision)
  }
  const purge = (): void => {
    const { retentionDays } = config().records
    const now = clock.now()
    if (now < purged.until && retentionDays === purged.days) return
    purged = { until: dayAt(config(), now).end, days: retentionDays }
    const oldest = oldestKept(config(), now, retentionDays)
    store.use((each) => each.removeBefore(oldest), undefined)
  }
  const tick = (): void => {
    store.mend()
    purge()
    tellRevision()
    timer = timers.set(tick, tickMs)
  }
  purge()
  timer = timers.set(tick, tickMs)

  return {
    save({ calls, covered }) {
      const mask = storedMask(config())
      const now = clock.now()
      const report = {
        calls: calls.map((record) => maskRecord(record, mask)),
        covered: covered.map(([from, to]) => [from, Math.min(to, now + aheadMs)] as const),
      }
      const { isBehind } = store.write((each) => each.save(report, now))
      tellRevision()
      const lost = calls.filter(hasUnseenEnd).map(({ startedAt }) => startedAt)
      if (lost.length > 0) losses.emit(Math.min(...lost))
      return { stored: calls.map(({ id }) => id), isBehind }
    },
    page: (start, end, after) =>
      store.use((each) => each.page(start, end, after), { calls: [], next: undefined }),
    count: (start, end) => store.use((each) => each.count(start, end), 0),
    stretches: (kind, from, to) => store.use((each) => each.stretches(kind, from, to), []),
    amend(from, to, change, news) {
      store.use((each) => each.amend(from, to, change, news), undefined)
      tellRevision()
    },
    addCounted(stretches) {
      store.use((each) => each.addStretches('counted', stretches), undefined)
    },
    revision: () => told,
    state: () => store.state(),
    onRevision: (listener) => revisions.add(listener),
    onLoss: (listener) => losses.add(listener),
    onState: (listener) => states.add(listener),
    close() {
      if (isClosed) return
      isClosed = true
      timers.clear(timer)
      store.close()
    },
  }
}

function hasUnseenEnd({ steps }: CallRecord): boolean {
  return steps.some(({ how }) => how === 'lost')
}
