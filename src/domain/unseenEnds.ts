import type { CallBook } from './callBook.ts'
import type { Coverage } from './coverage.ts'
import type { Filing } from './filing.ts'
import type { RecalledStep } from './recall.ts'
import { isFinal } from './sessionState.ts'

/** The shortest stretch that can be missing, ms. */
const momentMs = 1

/** Ends of sessions that nobody saw: when it happened, and how, is not known, so that moment was missed. Epoch ms. */
export interface UnseenEnds {
  /** A session that was taken to be alive is not any more; it was seen alive at `at` for the last time. */
  lose(id: string, at: number): void
  /** Files what is told again, which may be such an end. */
  tellAgain(step: RecalledStep): void
}

export function createUnseenEnds(context: {
  readonly book: CallBook
  readonly filing: Filing
  readonly coverage: Coverage
  readonly now: () => number
  readonly onMiss: () => void
}): UnseenEnds {
  const { book, filing, coverage, now, onMiss } = context

  const miss = (from: number, to: number): void => {
    coverage.miss(from, to)
    onMiss()
  }

  return {
    lose(id, at) {
      const session = book.session(id)
      if (session === undefined || session.endedAt !== undefined) return
      const lastSeenAt = Math.max(at, session.stateSince)
      miss(lastSeenAt, now())
      filing.lose(session, lastSeenAt)
    },
    tellAgain(step) {
      const wasOver = book.session(step.session.id)?.endedAt !== undefined
      filing.tellAgain(step)
      // Who looked may say that a session is gone whose end somebody has seen.
      if (isUnseenEnd(step) && !wasOver) miss(step.at, step.at + momentMs)
    },
  }
}

function isUnseenEnd({ how, session: { state } }: RecalledStep): boolean {
  return how === 'lost' || (how === 'found' && state !== undefined && isFinal(state))
}
