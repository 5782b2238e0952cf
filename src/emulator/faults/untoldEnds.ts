import { isFinal } from '../../domain/sessionState.ts'
import type { PbxEvent, PbxSession } from '../types.ts'
import type { FaultsInForce } from './inForce.ts'

/** What the fault `neverEnd` makes of the ends of sessions. */
export interface UntoldEnds {
  /** To be called when the fault begins, with the sessions alive then, and when it is over, with none. */
  restart(live: readonly PbxSession[]): void
  /** Takes note of an event; whether it may be told. */
  hear(event: PbxEvent): boolean
  /** Sessions that are over and still listed, as they were before their end; oldest first. */
  ghosts(): readonly PbxSession[]
}

/** Asks `inForce` whether the fault goes on, and whether what is over stays listed. */
export function createUntoldEnds(inForce: FaultsInForce): UntoldEnds {
  const live = new Map<string, PbxSession>()
  const ghosts = new Map<string, PbxSession>()

  function note({ type, session }: PbxEvent): void {
    const before = live.get(session.sessionId)
    if (type !== 'closed') {
      if (!isFinal(session.sessionState)) live.set(session.sessionId, session)
    } else if (before !== undefined) {
      live.delete(session.sessionId)
      ghosts.set(session.sessionId, before)
    }
  }

  return {
    restart(sessions) {
      live.clear()
      ghosts.clear()
      for (const session of sessions) live.set(session.sessionId, session)
    },
    hear(event) {
      const fault = inForce.get('neverEnd')
      if (fault === undefined) return true
      if (fault.staysListed) note(event)
      return event.type !== 'closed' && !isFinal(event.session.sessionState)
    },
    ghosts: () => [...ghosts.values()],
  }
}
