import type { Config } from '../../contract/config.ts'
import type { Clock } from '../../domain/clock.ts'
import { joined } from '../../domain/stretch.ts'
import type { ActiveCall } from '../../pbx/ozeki/http/listActiveCalls.ts'
import type { AskHistory } from './lists/readHistory.ts'
import { createBackfill } from './lists/backfill.ts'
import { unknownSince } from './lists/unknownSince.ts'
import { followList } from './lists/followList.ts'
import type { Followed } from './lists/followed.ts'
import { storedMask } from './maskRecord.ts'
import type { Records } from './openRecords.ts'
import { dayAt } from './siteDays.ts'

/** The lists of the PBX that tell of calls gone by. Reject with a `PbxError`. */
export interface PbxLists {
  readonly history: AskHistory
  /** Every text by which calls may name one of the PBX's extensions. */
  extensions(): Promise<ReadonlySet<string>>
}

export interface WatcherOptions {
  readonly records: Records
  readonly config: () => Config
  /** The site's. */
  readonly clock: Clock
  readonly pbx: PbxLists
  /** Whether a wall sees the calls now. */
  readonly isWatched: () => boolean
  /** Told how each reading of the history ended: `undefined` when the PBX answered. */
  readonly onOutcome: (error: unknown) => void
}

/**
 * Keeps the records complete where no wall does: follows the list of active calls while nobody watches, and asks the
 * PBX's history for what nobody saw.
 */
export interface Watcher {
  /** The calls alive at `at`, epoch ms of site time. Wants to hear of every list, watched or not; nothing else moves it. */
  hear(rows: readonly ActiveCall[], at: number): void
  /** A list could not be had. */
  miss(): void
  /** Resolves when no question to the PBX is under way. */
  settled(): Promise<void>
  /** Nothing is asked or written from now on. */
  close(): void
}

const everyMs = 3_600_000
/** What is missing may continue a call that began so long before, ms. */
const slackMs = 3_600_000
const afterFailureMs = 300_000
const firstAgainMs = 10_000

export function createWatcher(options: WatcherOptions): Watcher {
  const { records, config, clock, isWatched } = options
  const backfill = createBackfill({ records, config, clock, ...options.pbx })
  const followed = new Map<string, Followed>()
  let wasWatched: boolean | undefined
  let filledAt: number | undefined
  /** When the whole day was asked for, epoch ms. */
  let wholeAt = -Infinity
  let failedAt = -Infinity
  /** How long after its last reading the history may tell what it could not tell yet; `undefined` when it told all. */
  let againMs: number | undefined
  let isDue = true
  /** When the first call began whose end a wall has missed since the whole day was asked for, epoch ms. */
  let lostSince = Infinity
  let isClosed = false
  let pending: Promise<void> | undefined
  const stopHearing = records.onLoss((startedAt) => {
    isDue = true
    lostSince = Math.min(lostSince, startedAt)
  })

  /** One question at a time; what comes meanwhile is asked at one of the next lists. */
  const ask = (action: () => Promise<void>, onFailure: () => void): void => {
    pending = action()
      .then(
        () => options.onOutcome(undefined),
        (error: unknown) => {
          onFailure()
          options.onOutcome(error)
        },
      )
      .finally(() => {
        pending = undefined
      })
  }
  /** The begin of the day in which the history was read last: the end of yesterday may be missing. */
  const dayToFill = (at: number): number => dayAt(config(), Math.min(filledAt ?? at, at)).start
  const fillAll = (at: number): void => {
    const start = dayToFill(at)
    const missing = Math.min(unknownSince(records, start, at), lostSince)
    // A long day is asked for as a whole only now and then.
    const isWhole = at - wholeAt >= everyMs
    const from = isWhole ? start : Math.max(start, missing - slackMs)
    const lostBefore = lostSince
    isDue = false
    if (isWhole) lostSince = Infinity
    failedAt = -Infinity
    ask(
      async () => {
        const isComplete = await backfill.fillAll(from)
        filledAt = at
        if (isWhole) wholeAt = at
        againMs = isComplete ? undefined : Math.min(afterFailureMs, (againMs ?? firstAgainMs) * 2)
      },
      () => {
        failedAt = at
        lostSince = Math.min(lostSince, lostBefore)
      },
    )
  }
  const fillEnds = (): void => {
    const gone = [...followed.values()].filter(({ missed }) => missed === 1 || missed === 3)
    if (gone.length === 0) return
    const from = Math.min(...gone.map(({ begunAt }) => begunAt)) - clockSlackMs
    ask(
      () => backfill.fillEnds(from),
      () => undefined,
    )
  }
  /** Whether the history may tell what nobody knows; a gap that was too short for a wall to tell of it is a hole. */
  const isWorthAsking = (at: number): boolean => {
    if (isDue) return true
    const start = dayToFill(at)
    const known = joined([
      ...records.stretches('covered', start, at),
      ...records.stretches('counted', start, at),
    ])
    const since = filledAt ?? -Infinity
    const wholeSince = known[known.length - 1]?.[0] ?? since
    const isOverdue = wholeSince > since || at - since >= (againMs ?? everyMs)
    return isOverdue && at - failedAt >= afterFailureMs
  }
  const follow = (rows: readonly ActiveCall[], at: number): void => {
    const begins = [...followed.values()].map(({ begunAt }) => begunAt)
    const from = Math.min(at, ...begins, ...rows.map(({ startedAt }) => startedAt ?? at))
    records.amend(
      Math.max(from, at - longestFollowedMs),
      at,
      (stored, idsAgree) => {
        const context = {
          stored,
          idsAgree,
          at,
          roles: backfill.roles(),
          mask: storedMask(config()),
        }
        return followList(followed, rows, context)
      },
      'quiet',
    )
  }

  return {
    hear(rows, at) {
      if (isClosed) return
      const isSeen = isWatched()
      if (isSeen && wasWatched === false) isDue = true
      wasWatched = isSeen
      if (isSeen) followed.clear()
      else if (rows.length > 0 || followed.size > 0) follow(rows, at)
      if (pending !== undefined) return
      if (isWorthAsking(at)) fillAll(at)
      else fillEnds()
    },
    miss() {
      isDue = true
    },
    async settled() {
      while (pending !== undefined) await pending
    },
    close() {
      isClosed = true
      stopHearing()
    },
  }
}

/** A row may begin a little earlier in the history than in the list, ms. */
const clockSlackMs = 3_000
/** What began longer ago is not followed any more, ms. */
const longestFollowedMs = 12 * 3_600_000
