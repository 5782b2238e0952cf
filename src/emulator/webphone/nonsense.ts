import type { Dialect } from '../dialect.ts'
import { createCallback } from './callback.ts'
import type { Session } from './session.ts'

/** What stands in the place of a session, and how to tell of its state. */
export interface NonsenseSession {
  readonly session: Session
  readonly tellState: () => void
}

/**
 * What a broken script would hand to its page for `value`: an object gets the one method that pages call, anything else
 * stays what it is.
 */
export function nonsenseSession(value: unknown, dialect: Dialect): NonsenseSession {
  const stateChanged = createCallback<readonly unknown[]>()
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const session = (
    isObject ? { ...value, onSessionStateChanged: stateChanged.register } : value
  ) as Session
  return {
    session,
    tellState() {
      const state = isObject ? (value as Readonly<Record<string, unknown>>)['sessionState'] : value
      if (dialect.stateCallback === 'session') stateChanged.tell(session)
      else stateChanged.tell(session, state)
    },
  }
}
