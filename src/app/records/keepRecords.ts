import type { CallsReport, CallsStored } from '../../contract/callBodies.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import type { Centre } from '../../domain/centre.ts'
import type { CentreSettings } from '../../domain/settings.ts'
import type { Timers } from '../../pbx/timers.ts'
import type { BuildCentre } from '../stores/presentCentre.ts'
import { buildFrom } from './buildCentre.ts'
import type { StoredDay } from './buildCentre.ts'
import { createGapReadings } from './gapReadings.ts'
import { createOutbox } from './outbox.ts'
import { hasForgotten, hasFreshHole } from './storedDay.ts'

/** What keeping records needs. */
export interface RecordsOptions {
  readonly timers: Timers
  /** From 0 to 1. */
  readonly random: () => number
  /** Epoch ms of site time. */
  readonly now: () => number
  /** Until when the wall has missed nothing for sure, epoch ms; `undefined` where nothing checks it. @default unchecked */
  readonly certainUntil?: () => number | undefined
  /** ms of a clock that nobody sets. */
  readonly steadyNow: () => number
  /** Lets the page do other things. */
  readonly pause: () => Promise<void>
  readonly report: (report: Omit<CallsReport, 'wall'>) => Promise<CallsStored>
  /** The stored day, `YYYY-MM-DD`. */
  readonly read: (day: string) => Promise<StoredDay>
  readonly present: () => Centre | undefined
  readonly settings: () => CentreSettings | undefined
  /** The settings that the next centre shall have, where they are not those of the present one. */
  readonly wanted: () => CentreSettings | undefined
  readonly replace: (settings: CentreSettings, build: BuildCentre) => Promise<void>
  /** Told every call of the day that is known, whenever the day was read. @default nobody */
  readonly onRecords?: (records: readonly CallRecord[]) => void
}

/** Call records that are being kept. */
export interface Records {
  /** The wall is connected; after a gap the day is read again. */
  connected(): void
  /** The server's records have changed in a way that walls should know. */
  revised(revision: number): void
  /** Other settings are wanted. */
  reconfigured(): void
  stop(): void
}

const reportMs = 3_000
const retryMs = 15_000
/** All walls of a site hear of a revision at once, ms. */
const spreadMs = 1_000
/** What another wall has told of a call that this one missed is no revision, so the day is read again now and then. */
const againMs = 5 * 60_000
/** A day of more calls takes its time to read, and is read again less often. */
const cheapDay = 1_000
/** Of a day of still more calls every reading but the first after a gap comes later. */
const easyDay = 5_000

/**
 * Tells the server what this wall sees of calls, and the wall what the server has stored of the day: when it begins,
 * after every gap, when others saw more, and when the config has changed.
 */
export function keepRecords(options: RecordsOptions): Records {
  const { timers, present } = options
  const outbox = createOutbox()
  let isStopped = false
  let isReading = false
  let readAgain = false
  let readTimer: unknown
  let readAt = Infinity
  let revision: number | undefined
  let coveredSince: number | undefined
  let gap = createGapReadings()
  let caughtUpAt = -Infinity
  let failures = 0
  /** How many calls the day had when it was read last. */
  let size = 0

  const readIn = (delayMs: number): void => {
    const at = options.steadyNow() + delayMs
    if (isStopped || at >= readAt) return
    if (isReading) {
      readAgain = true
      return
    }
    timers.clear(readTimer)
    readAt = at
    readTimer = timers.set(() => {
      readAt = Infinity
      void read()
    }, delayMs)
  }

  /** How many times as long a pause before a further reading is as on a day of few calls. */
  const slowness = (): number => Math.max(1, size / easyDay)

  const take = async (stored: StoredDay | undefined): Promise<void> => {
    const wanted = options.wanted()
    const settings = wanted ?? options.settings()
    const isUseful = stored !== undefined && stored.records.length > 0
    if (settings === undefined || (wanted === undefined && !isUseful)) return
    const day = stored ?? { revision: 0, covered: [], counted: [], records: [] }
    const { pause, steadyNow, onRecords } = options
    await options.replace(settings, buildFrom(day, settings, pause, steadyNow, onRecords))
  }

  /** Tells how long after this reading the next one is wanted, ms; `undefined`: whenever there is news. */
  const readOnce = async (centre: Centre): Promise<number | undefined> => {
    // What is reported while the answer is under way may not be in it.
    const told = outbox.told()
    const stored = await options.read(centre.zone.toIso(centre.dayStart()).slice(0, 10))
    if (isStopped) return undefined
    revision = stored.revision
    // A server that has lost its records knows less of the day than the wall does.
    const isForgetful = hasForgotten(stored.covered, told, centre.dayStart())
    await take(isForgetful ? undefined : stored)
    failures = 0
    size = stored.records.length
    coveredSince = present()?.coveredSince()
    return gap.next(hasFreshHole(stored.covered, coveredSince))
  }

  const read = async (): Promise<void> => {
    const centre = present()
    if (centre === undefined) return
    isReading = true
    readAgain = false
    let nextMs: number | undefined
    try {
      nextMs = await readOnce(centre)
    } catch {
      failures++
      readAgain = true
      if (failures > 1 && options.wanted() !== undefined) await take(undefined)
    } finally {
      isReading = false
    }
    if (nextMs !== undefined) readIn(nextMs * slowness())
    if (readAgain) readIn(retryMs * slowness())
    // Where nothing is kept there is nothing to read again.
    else if (nextMs === undefined && size > 0) {
      readIn(againMs * Math.max(1, size / cheapDay) * (0.8 + options.random() * 0.4))
    }
  }

  /** Who has less of a call than is stored reads that, and tells how the call went on; it may be missing to others. */
  const catchUp = (): void => {
    const now = options.steadyNow()
    readIn(now < caughtUpAt + againMs ? retryMs * slowness() : 0)
    caughtUpAt = now
  }

  const report = async (): Promise<void> => {
    const centre = present()
    if (centre === undefined) return
    outbox.collect(centre, options.now(), options.certainUntil?.())
    let isBehind = false
    for (let next = outbox.next(); next !== undefined && !isStopped; next = outbox.next()) {
      const stored = await options.report(next)
      outbox.stored(next)
      isBehind ||= stored.isBehind
    }
    if (isBehind) catchUp()
  }

  let reportTimer: unknown
  const reportLater = (): void => {
    if (isStopped) return
    reportTimer = timers.set(() => {
      // What could not be sent stays in the outbox.
      void report().then(reportLater, reportLater)
    }, reportMs)
  }
  reportLater()
  readIn(retryMs)

  return {
    connected() {
      if (present()?.coveredSince() === coveredSince) return
      gap = createGapReadings()
      readIn(0)
    },
    revised(now) {
      if (revision !== undefined && now !== revision)
        readIn(spreadMs * (1 + 2 * options.random()) * slowness())
    },
    reconfigured: () => readIn(0),
    stop() {
      isStopped = true
      timers.clear(readTimer)
      timers.clear(reportTimer)
    },
  }
}
