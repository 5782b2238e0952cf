import type { SessionEvent, SessionFacts } from '../../../src/domain/sessionEvent.ts'
import type { SessionState } from '../../../src/domain/sessionState.ts'

/** How a PBX tells the end of a session: by its last state, by a close, or by both. */
export type Closing = 'both' | 'stateOnly' | 'closeOnly'

/** Writes down what a PBX would tell of one call, in seconds of the call's own time. */
export interface Pen {
  readonly events: readonly SessionEvent[]
  pass(seconds: number): void
  /** Opens a session in `state` and gives its id. */
  open(caller: string, callee: string, more?: Opening): string
  to(id: string, ...states: SessionState[]): void
  /** The session goes on with another callee. */
  redirect(id: string, callee: string): void
  facts(id: string): SessionFacts
}

export interface Opening {
  readonly masterId?: string
  readonly state?: SessionState
}

const finals: readonly SessionState[] = [
  'TransferCompleted',
  'CallerHungUp',
  'CalleeHungUp',
  'Redirected',
  'NotFound',
  'Busy',
  'Cancelled',
  'NotAnswered',
  'Error',
  'Aborted',
  'Ended',
]

/**
 * @param name begins the ids of all sessions
 * @param start epoch ms
 */
export function createPen(
  name: string,
  start: number,
  options: { readonly closing: Closing; readonly hasMasters: boolean },
): Pen {
  const { closing, hasMasters } = options
  const events: SessionEvent[] = []
  const sessions = new Map<string, SessionFacts>()
  let at = start

  function tell(type: SessionEvent['type'], session: SessionFacts): void {
    sessions.set(session.id, session)
    events.push({ type, at, session })
  }

  function to(id: string, state: SessionState): void {
    const session = { ...sessions.get(id)!, state }
    const isFinal = finals.includes(state)
    if (!isFinal || closing !== 'closeOnly') tell('changed', session)
    if (isFinal && closing !== 'stateOnly') tell('closed', session)
  }

  return {
    events,
    pass(seconds) {
      at += seconds * 1000
    },
    open(caller, callee, { masterId, state = 'Setup' } = {}) {
      const id = `${name}${sessions.size + 1}`
      tell('opened', {
        id,
        masterId: hasMasters ? (masterId ?? id) : '',
        state,
        caller,
        callee,
        callerName: '',
        calleeName: '',
        dialed: callee,
        direction: undefined,
        startedAt: at,
      })
      return id
    },
    to(id, ...states) {
      for (const state of states) to(id, state)
    },
    redirect(id, callee) {
      tell('changed', { ...sessions.get(id)!, callee })
    },
    facts: (id) => sessions.get(id)!,
  }
}
