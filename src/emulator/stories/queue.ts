import type { Exchange, PbxSession } from '../types.ts'
import type { OutsideCaller } from './stage.ts'

/** A call reaches a queue, which answers at once: from here on the caller waits. */
export function enterQueue(exchange: Exchange, caller: OutsideCaller, queue: string): PbxSession {
  const session = exchange.open({
    caller: caller.number,
    callee: queue,
    callerDisplayName: caller.name,
  })
  exchange.move(session.sessionId, 'Ringing')
  exchange.move(session.sessionId, 'InCall')
  return session
}

/** The queue rings an agent for the caller of `waitingId`; `undefined` when nobody waits there any more. */
export function offerToAgent(
  exchange: Exchange,
  waitingId: string,
  agent: string,
): PbxSession | undefined {
  const waiting = exchange.find(waitingId)
  if (waiting?.sessionState !== 'InCall') return undefined
  exchange.move(waitingId, 'TransferRequested')
  exchange.move(waitingId, 'Transferring')
  const offered = exchange.open({
    caller: waiting.caller,
    callee: agent,
    callerDisplayName: waiting.callerDisplayName,
    dialedNumber: waiting.dialedNumber,
    masterSessionId: waiting.masterSessionId,
    state: 'TransferSetup',
  })
  exchange.move(offered.sessionId, 'Ringing')
  return offered
}

/**
 * The agent picks up: the caller talks to him and has left the queue. When his phone does not ring any more, the
 * caller waits again; tells which.
 */
export function acceptOffer(exchange: Exchange, waitingId: string, offeredId: string): boolean {
  if (exchange.find(offeredId) === undefined) {
    missOffer(exchange, waitingId, offeredId)
    return false
  }
  exchange.move(offeredId, 'InCall')
  exchange.move(waitingId, 'TransferCompleted')
  return true
}

/** The agent does not pick up, or refuses: the caller waits again. */
export function missOffer(
  exchange: Exchange,
  waitingId: string,
  offeredId: string,
  result: 'NotAnswered' | 'Busy' = 'NotAnswered',
): void {
  exchange.move(offeredId, result)
  exchange.move(waitingId, 'TransferFailed')
  exchange.move(waitingId, 'InCall')
}

/** The caller hangs up while he waits; a phone that rings for him falls silent. */
export function abandonQueue(
  exchange: Exchange,
  waitingId: string,
  offeredId: string | undefined,
): void {
  exchange.move(waitingId, 'CallerHungUp')
  if (offeredId !== undefined) exchange.move(offeredId, 'Cancelled')
}
