import type { SessionEvent, SessionFacts } from '../../../src/domain/sessionEvent.ts'
import { parseDirection, parseState } from '../../../src/pbx/ozeki/vocabulary.ts'
import type { FloorEvent } from '../events/floorEvents.ts'

/** Session events that follow one another, and how many Calls begin with them. */
export interface DayPiece {
  readonly events: readonly SessionEvent[]
  readonly calls: number
}

export function pieceOf(told: readonly FloorEvent[]): DayPiece {
  return { events: told.map(eventOf), calls: told.filter(isBeginOfCall).length }
}

function isBeginOfCall({ type, session }: FloorEvent): boolean {
  return type === 'created' && session.masterSessionId === session.sessionId
}

const types = { created: 'opened', changed: 'changed', closed: 'closed' } as const

/** In the domain's own words, as the driver finds them in what it hears. */
function eventOf({ type, session, at }: FloorEvent): SessionEvent {
  const facts: SessionFacts = {
    id: session.sessionId,
    masterId: session.masterSessionId,
    state: parseState(session.sessionState),
    caller: session.caller,
    callee: session.callee,
    callerName: session.callerDisplayName,
    calleeName: session.calleeDisplayName,
    dialed: session.dialedNumber,
    direction: parseDirection(session.direction),
    startedAt: undefined,
  }
  return { type: types[type], at, session: facts }
}
