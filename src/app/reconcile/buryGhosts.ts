import type { Session } from '../../domain/session.ts'
import type { Timers } from '../../pbx/timers.ts'
import type { GoneSession } from './audit.ts'

/** What the end of ghosts needs. */
export interface BurialOptions {
  readonly timers: Timers
  /** Epoch ms of site time. */
  readonly now: () => number
  /** All sessions that the wall still knows. */
  readonly sessions: () => readonly Session[]
  readonly onGone: (sessions: readonly GoneSession[]) => void
}

/** The end of sessions whose end nobody tells. */
export interface Burial {
  /** Looks at once, besides once a minute. */
  look(): void
  stop(): void
}

const lookMs = 60_000
/** Nothing lasts longer without a word, ms of site time; DESIGN 4.4. */
const longestMs = 12 * 3_600_000
const mostBuried = 1_000

/**
 * Ends sessions of which nothing was heard for 12 h: no list proves their end, or there is no list. Those that a PBX
 * goes on listing end again whenever a snapshot brings them back.
 */
export function buryGhosts(options: BurialOptions): Burial {
  const { timers } = options
  const buried = new Set<string>()
  let timer: unknown

  /** Ids come again: what began anew is another session. */
  const isBuried = ({ id, isFromSnapshot, isStartKnown }: Session): boolean =>
    buried.has(id) && isFromSnapshot && !isStartKnown

  const look = (): void => {
    const oldest = options.now() - longestMs
    const ghosts = options
      .sessions()
      .filter(({ endedAt }) => endedAt === undefined)
      .filter((session) => session.stateSince <= oldest || isBuried(session))
    if (ghosts.length === 0) return
    for (const { id } of ghosts) {
      buried.delete(id)
      buried.add(id)
    }
    for (const id of buried) {
      if (buried.size <= mostBuried) break
      buried.delete(id)
    }
    options.onGone(ghosts.map(({ id, stateSince }) => ({ id, lastSeenAt: stateSince })))
  }
  const lookLater = (): void => {
    timer = timers.set(() => {
      look()
      lookLater()
    }, lookMs)
  }
  lookLater()
  return { look, stop: () => timers.clear(timer) }
}
