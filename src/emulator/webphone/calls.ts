import type { Call, HeldCall } from './call.ts'
import { holdCall } from './call.ts'
import type { HeldSession, Modify } from './session.ts'

/** The calls of this web client's own, in one connection. */
export interface OwnCalls {
  create(number: string): Call
  /** The call with that id has become this session. */
  called(callId: number, held: HeldSession): void
  /** The call that somebody makes to this client. */
  incoming(held: HeldSession): Call
  changed(sessionId: string): void
  closed(sessionId: string): void
}

/** No calls yet. `dial` asks the gateway to start one. */
export function createOwnCalls(
  ownNumber: () => string,
  modify: Modify,
  dial: (callId: number, number: string) => void,
): OwnCalls {
  const dialled = new Map<number, HeldCall>()
  const bySession = new Map<string, HeldCall>()
  let lastId = 0

  const attach = (call: HeldCall, held: HeldSession): void => {
    bySession.set(held.wire().sessionId, call)
    call.attach(held)
  }

  return {
    create(number) {
      const callId = ++lastId
      const held = holdCall(number, ownNumber(), modify, () => {
        dialled.set(callId, held)
        dial(callId, number)
      })
      return held.call
    },
    called(callId, held) {
      const call = dialled.get(callId)
      if (call === undefined) return
      dialled.delete(callId)
      attach(call, held)
    },
    incoming(held) {
      const call = holdCall(held.wire().caller, ownNumber(), modify, () => undefined)
      attach(call, held)
      return call.call
    },
    changed: (sessionId) => bySession.get(sessionId)?.tellState(),
    closed: (sessionId) => void bySession.delete(sessionId),
  }
}
