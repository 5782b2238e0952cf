import type { ActiveEvent } from '../../contract/serverEvents.ts'
import type { Session } from '../../domain/session.ts'
import type { SessionEvent } from '../../domain/sessionEvent.ts'
import type { Timers } from '../../pbx/timers.ts'
import { confirmMs, createAudit } from './audit.ts'
import type { GoneSession } from './audit.ts'

/** What a supervision needs, and whom it tells. */
export interface SupervisionOptions {
  readonly timers: Timers
  /** ms of a clock that nobody sets. */
  readonly steadyNow: () => number
  /** All sessions that the wall still knows. */
  readonly sessions: () => readonly Session[]
  /** How often the wall's server asks the PBX, ms. */
  readonly listEveryMs: () => number
  /** The connection is not to be believed; `since` is the last moment of which it is certain, epoch ms. */
  readonly onDoubt: (since: number | undefined) => void
  /** It is time to connect anew. */
  readonly onRetry: () => void
  readonly onGone: (sessions: readonly GoneSession[]) => void
  /** Not all was told that happened after `since`, epoch ms. */
  readonly onHole: (since: number) => void
}

/** The watch over a connection that has no heartbeat of its own. */
export interface Supervision {
  /** The connection has become live, or is not any more. */
  live(isLive: boolean): void
  heard(event: SessionEvent): void
  /** The server has a new list; `undefined`: it cannot be heard any more. */
  listed(list: ActiveEvent | undefined): void
  /** Until when nothing was missed for sure, epoch ms of site time; `undefined` where no list ever came. */
  certainUntil(): number | undefined
  stop(): void
}

const shortestPauseMs = 5_000
const longestPauseMs = 60_000
/** Silences further apart are two stories, ms. */
const forgivenMs = 180_000
/** So much later than usual a list may come, ms. */
const overdueMs = 3_000
/** What is usual may be so many times what the server wants; longer intervals are outages. */
const slowest = 2
const mostIntervals = 4
/** How much of a slow moment is remembered with every list. */
const easing = 0.8
/** While a list is overdue, no event for so long is suspicious, ms. */
const quietMs = 5_000

/**
 * Finds out by the lists of the wall's server when a connection only looks alive. One that was silent again and again
 * without a word in between is tried again less and less often. When lists do not come any more and the PBX tells nothing
 * either, it is asked once, by a new connection, whether it is there.
 */
export function superviseConnection(options: SupervisionOptions): Supervision {
  const { timers, steadyNow } = options
  const audit = createAudit()
  let isLive = false
  let silences = 0
  let doubtedAt = -Infinity
  let confirming: unknown
  let retrying: unknown
  let overdue: unknown
  let heardAt = -Infinity
  let listedAt = -Infinity
  let usualMs = 0

  const doubt = (since: number | undefined): void => {
    const at = steadyNow()
    if (at - doubtedAt > forgivenMs) silences = 0
    doubtedAt = at
    const pauseMs = Math.min(longestPauseMs, shortestPauseMs * 2 ** (silences - 1))
    const delayMs = silences === 0 ? 0 : pauseMs
    silences++
    options.onDoubt(since)
    timers.clear(retrying)
    if (delayMs === 0) options.onRetry()
    else retrying = timers.set(options.onRetry, delayMs)
  }

  const conclude = (): void => {
    const verdict = isLive ? audit.conclude(steadyNow()) : undefined
    if (verdict?.type === 'gone') options.onGone(verdict.sessions)
    else if (verdict?.type === 'hole') options.onHole(verdict.since)
    else if (verdict !== undefined) doubt(verdict.since)
  }

  const onOverdue = (): void => {
    const quietForMs = steadyNow() - heardAt
    if (!isLive) return
    if (quietForMs < quietMs) overdue = timers.set(onOverdue, quietMs - quietForMs)
    else doubt(audit.certainUntil(steadyNow()))
  }

  /** Only who is regular can be overdue; a PBX that is slow now and then gets more time. */
  const awaitNext = (at: number): void => {
    const everyMs = options.listEveryMs()
    const passedMs = at - listedAt
    listedAt = at
    if (passedMs > mostIntervals * everyMs) return
    usualMs = Math.min(slowest * everyMs, Math.max(everyMs, passedMs, usualMs * easing))
    overdue = timers.set(onOverdue, usualMs + overdueMs)
  }

  return {
    live(now) {
      if (now === isLive) return
      isLive = now
      if (!isLive) return
      timers.clear(retrying)
      audit.begin(steadyNow())
    },
    heard(event) {
      silences = 0
      heardAt = steadyNow()
      audit.hear(event, heardAt)
    },
    listed(list) {
      timers.clear(overdue)
      if (list === undefined) return
      const at = steadyNow()
      awaitNext(at)
      if (!isLive) return
      audit.compare(list, options.sessions(), at)
      conclude()
      timers.clear(confirming)
      if (audit.isDoubting()) confirming = timers.set(conclude, confirmMs)
    },
    certainUntil: () => (listedAt === -Infinity ? undefined : audit.certainUntil(steadyNow())),
    stop() {
      for (const timer of [confirming, retrying, overdue]) timers.clear(timer)
    },
  }
}
