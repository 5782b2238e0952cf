import { hasMethod, invoke } from './foreign.ts'
import type { ReadingMethod } from './foreign.ts'
import type { Oddities } from './oddities.ts'

/** What the driver wants to hear of the PBX's script. */
export interface Callbacks {
  readonly connection: (info: unknown) => void
  readonly created: (session: unknown) => void
  readonly closed: (session: unknown) => void
  readonly client: (client: unknown) => void
  readonly user: (user: unknown) => void
  readonly error: (error: unknown) => void
}

type When = 'connecting' | 'granted'

/**
 * Registers the same functions at a script's object before its first connect and again when access was first
 * granted, since the vendor's samples do either and a registration cannot be taken back. A script that keeps both
 * then tells everything twice, which the session book hears once.
 */
export function createRegistration(
  callbacks: Callbacks,
  oddities: Oddities,
): (ozWebClient: object, when: When) => void {
  const done: Record<When, WeakSet<object>> = { connecting: new WeakSet(), granted: new WeakSet() }
  const { connection, created, closed, client, user, error } = callbacks
  const events: readonly (readonly [ReadingMethod, (value: unknown) => void])[] = [
    ['onSessionCreated', created],
    ['onSessionClosed', closed],
    ['onClientStateChanged', client],
    ['onUserInfoReceived', user],
    ['onErrorOccured', error],
  ]
  const early: typeof events = [
    ['onConnectionStateChanged', connection],
    ['onConStateChanged', connection],
    ...events,
  ]
  return (ozWebClient, when) => {
    if (done[when].has(ozWebClient)) return
    done[when].add(ozWebClient)
    for (const [method, callback] of when === 'connecting' ? early : events) {
      if (!hasMethod(ozWebClient, method)) continue
      oddities.attempt(method, () => invoke(ozWebClient, method, callback))
    }
  }
}
