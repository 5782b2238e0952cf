import { phaseOf } from '../../../src/domain/sessionState.ts'
import type { PbxSession } from '../../../src/emulator/types.ts'
import type { FloorEvent } from './floorEvents.ts'
import type { SessionProperties, Step, StepState, TileChange } from './steps.ts'

/** The steps of some events with the same times, counted from `start`, and what they do to the agents' tiles. */
export function createStepWriter(agents: readonly string[]): (event: FloorEvent) => Step {
  const known = new Set(agents)
  const states = new Map<string, StepState>()

  /** An agent of this floor is in one session at a time. */
  const changesOf = (session: PbxSession): readonly TileChange[] => {
    const changes: TileChange[] = []
    for (const extension of [session.callee, session.caller]) {
      if (!known.has(extension)) continue
      const state = stateOf(session, extension)
      if ((states.get(extension) ?? 'available') === state) continue
      states.set(extension, state)
      changes.push([extension, state])
    }
    return changes
  }

  return ({ type, session, at }) => {
    const tiles = type === 'closed' ? [] : changesOf(session)
    return {
      ...{ at, type, id: session.sessionId, state: session.sessionState.toUpperCase() },
      ...(type === 'created' ? { facts: propertiesOf(session) } : {}),
      ...(tiles.length === 0 ? {} : { tiles }),
    }
  }
}

function stateOf({ sessionState, callee }: PbxSession, extension: string): StepState {
  const unanswered = extension === callee ? 'ringing' : 'dialing'
  const states = { setup: unanswered, talk: 'talking', hold: 'hold', over: 'available' } as const
  return states[phaseOf(sessionState)]
}

function propertiesOf(session: PbxSession): SessionProperties {
  return {
    masterSessionId: session.masterSessionId,
    caller: session.caller,
    callee: session.callee,
    callerDisplayName: session.callerDisplayName,
    calleeDisplayName: session.calleeDisplayName,
    source: session.source,
    sourceType: session.sourceType,
    destination: session.destination,
    destinationType: session.destinationType,
    dialedNumber: session.dialedNumber,
    direction: session.direction,
    callerCallLegId: session.callerCallLegId,
    calleeCallLegId: session.calleeCallLegId,
  }
}
