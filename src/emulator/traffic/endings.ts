import type { Exchange, PbxSession } from '../types.ts'

/** Tells when sessions are over, whoever ended them. */
export interface Endings {
  /** `action` is told the session as it ended, once; at once when it is over already. */
  of(sessionId: string, action: (session: PbxSession) => void): void
  stop(): void
}

/** Listens to `exchange` until it is stopped. */
export function createEndings(exchange: Exchange): Endings {
  const waiting = new Map<string, (session: PbxSession) => void>()
  const unsubscribe = exchange.subscribe(({ type, session }) => {
    if (type !== 'closed') return
    const action = waiting.get(session.sessionId)
    waiting.delete(session.sessionId)
    action?.(session)
  })
  return {
    of(sessionId, action) {
      if (exchange.find(sessionId) !== undefined) {
        waiting.set(sessionId, action)
        return
      }
      const ended = exchange.history().find((session) => session.sessionId === sessionId)
      if (ended !== undefined) action(ended)
    },
    stop() {
      unsubscribe()
      waiting.clear()
    },
  }
}
