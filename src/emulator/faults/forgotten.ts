import type { PbxEvent, PbxSession } from '../types.ts'

/** What a PBX that was restarted without its memory knows no more. */
export interface Forgotten {
  /** Forgets `live`, and until {@link Forgotten.awake} whatever begins. */
  forget(live: readonly PbxSession[]): void
  awake(): void
  /** Takes note of an event. */
  hear(event: PbxEvent): void
  readonly knows: (session: PbxSession) => boolean
  /** Whether there is anything that it does not know. */
  isAny(): boolean
}

/** Nothing is forgotten yet. What a forgotten session leads to (its master id tells) is forgotten with it. */
export function createForgotten(): Forgotten {
  const ids = new Set<string>()
  let isAway = false
  return {
    forget(live) {
      isAway = true
      for (const { sessionId } of live) ids.add(sessionId)
    },
    awake() {
      isAway = false
    },
    hear({ type, session }) {
      if (type !== 'created') return
      if (isAway || ids.has(session.masterSessionId)) ids.add(session.sessionId)
    },
    knows: ({ sessionId }) => !ids.has(sessionId),
    isAny: () => ids.size > 0,
  }
}
