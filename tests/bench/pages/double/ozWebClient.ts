import type { Step } from '../../events/steps.ts'

type Listener = (...told: unknown[]) => void

interface Held {
  readonly object: Record<string, unknown>
  state: string
  listener: Listener | undefined
}

/** The PBX of a page that hears of its calls without a network. */
export interface PbxDouble {
  /** What the script would define. */
  readonly ozWebClient: Record<string, unknown>
  /** Tells the page of one step, as the script does when a message arrives. */
  play(step: Step): void
}

export interface DoubleExtension {
  readonly id: string
  readonly name: string
  readonly type: string
}

/** A double that lets everybody in. Of several callbacks for an event the last one is told. */
export function createPbxDouble(extensions: readonly DoubleExtension[]): PbxDouble {
  const listeners = new Map<string, Listener>()
  const sessions = new Map<string, Held>()
  const register = (name: string) => (listener: Listener) => {
    listeners.set(name, listener)
  }
  const tell = (name: string, told: unknown): void => listeners.get(name)?.(told)

  const listed = (word: unknown): Record<string, unknown> => {
    const found: Record<string, unknown> = {}
    for (const [id, { state, object }] of sessions) if (state === word) found[id] = object
    return found
  }

  const create = (step: Step): Held => {
    const object: Record<string, unknown> = {
      sessionId: step.id,
      sessionState: step.state,
      startTime: new Date().toISOString(),
      talkDuration: '00:00:00',
      stateDuration: '00:00:00',
      ...step.facts,
      onSessionStateChanged(listener: Listener) {
        held.listener = listener
      },
    }
    const held: Held = { object, state: step.state, listener: undefined }
    return held
  }

  return {
    ozWebClient: {
      connect: () => setTimeout(() => tell('connection', { State: 'ACCESS_GRANTED' }), 0),
      disconnect: () => undefined,
      checkWebPhoneState: () => true,
      onConnectionStateChanged: register('connection'),
      onSessionCreated: register('created'),
      onSessionClosed: register('closed'),
      onClientStateChanged: register('client'),
      onUserInfoReceived: register('user'),
      onErrorOccured: register('error'),
      helper: {
        getExtensions: () => extensions,
        getOutsideLines: () => [],
        getActiveSessionsBySessionState: listed,
      },
    },
    play(step) {
      if (step.type === 'created') {
        const held = create(step)
        sessions.set(step.id, held)
        tell('created', held.object)
        return
      }
      const held = sessions.get(step.id)
      if (held === undefined) return
      if (step.type === 'closed') {
        sessions.delete(step.id)
        tell('closed', held.object)
        return
      }
      held.state = step.state
      held.object['sessionState'] = step.state
      held.listener?.(held.object, step.state)
    },
  }
}
