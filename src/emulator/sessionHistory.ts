import type { PbxSession } from './types.ts'

const keptMs = 2 * 24 * 60 * 60 * 1000
const mostKept = 200_000

/** The closed sessions of the last two days of site time, oldest first, never more than 200,000. */
export interface SessionHistory {
  add(session: PbxSession): void
  has(sessionId: string): boolean
  list(now: number): readonly PbxSession[]
}

/** An empty history. */
export function createSessionHistory(): SessionHistory {
  let sessions: PbxSession[] = []
  let first = 0
  const ids = new Set<string>()

  function forget(now: number): void {
    for (;;) {
      const oldest = sessions[first]
      if (oldest === undefined) break
      const isKept = (oldest.endedAt ?? now) > now - keptMs && sessions.length - first <= mostKept
      if (isKept) break
      ids.delete(oldest.sessionId)
      first += 1
    }
    // Cutting the front off now and then costs less than moving everything at every call.
    if (first > 1000 && first * 2 > sessions.length) {
      sessions = sessions.slice(first)
      first = 0
    }
  }

  return {
    add(session) {
      sessions.push(session)
      ids.add(session.sessionId)
      forget(session.endedAt ?? 0)
    },
    has: (sessionId) => ids.has(sessionId),
    list(now) {
      forget(now)
      return sessions.slice(first)
    },
  }
}
