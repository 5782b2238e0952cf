import type { CallBook } from './callBook.ts'
import type { Coverage } from './coverage.ts'
import type { Filing } from './filing.ts'
import type { SnapshotEvent } from './sessionEvent.ts'
import { isFinal } from './sessionState.ts'
import { holdsTheSame, inOrder } from './snapshot.ts'

/** How long after a loss of connection a tile keeps its last state, ms; DESIGN 2.5. */
const keepStateMs = 5 * 60_000

/** Whether we see the PBX, and what a look at it finds after we did not. Times are epoch ms. */
export interface Sight {
  /** Whether we see it now, that is, are connected. */
  isOpen(): boolean
  /** Whether there ever was a look at it. */
  isKnown(): boolean
  /** Whether the connection was lost so long ago that no tile keeps its last state. */
  isLongLost(): boolean
  /** Until when anything is known: now, or when the connection was lost. */
  knownUntil(): number
  /** Since when nothing was missed until then. */
  wholeSince(): number
  /** Sessions that are not in the snapshot ended while nobody looked. */
  look(event: SnapshotEvent): void
  /** Nothing is missed from `at` on. */
  open(at: number): void
  /** Nothing is known from `at` on. */
  close(at: number): void
  /** Something that happened in [from, to) was not told. */
  miss(from: number, to: number): void
}

export function createSight(context: {
  readonly book: CallBook
  readonly filing: Filing
  readonly coverage: Coverage
  readonly now: () => number
  /** Has the tiles read anew at `at`. */
  readonly wake: (at: number) => void
  /** Every tile may show something else now. */
  readonly onChange: () => void
}): Sight {
  const { book, filing, coverage, now, wake, onChange } = context
  let isKnown = false

  const open = (at: number, isSame = false): void => {
    coverage.cover(at, isSame)
    isKnown = true
    onChange()
  }

  return {
    isOpen: () => coverage.since() !== undefined,
    isKnown: () => isKnown,
    isLongLost: () => now() - (coverage.lostAt() ?? now()) >= keepStateMs,
    knownUntil: () => Math.min(now(), coverage.lostAt() ?? now()),
    wholeSince: () => coverage.wholeSince(),
    look({ at, sessions }) {
      const alive = new Set(sessions.map(({ id }) => id))
      const isSame = holdsTheSame(book, sessions)
      const lostAt = coverage.lostAt()
      for (const call of [...book.all()]) {
        for (const session of call.sessions) {
          if (!alive.has(session.id)) filing.lose(session, lostAt ?? at)
        }
      }
      for (const facts of inOrder(sessions)) {
        if (facts.state !== undefined && isFinal(facts.state)) continue
        filing.find(facts, at)
      }
      open(at, isSame)
    },
    open: (at) => open(at),
    close(at) {
      coverage.lose(at)
      wake(at + keepStateMs)
      onChange()
    },
    miss(from, to) {
      coverage.miss(from, to)
      onChange()
    },
  }
}
