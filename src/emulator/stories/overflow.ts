import type { Exchange, PbxSession } from '../types.ts'

/** How a queue gets rid of a caller: it redirects him, hangs up and something calls on, or transfers him. */
export type OverflowShape = 'redirected' | 'hungUp' | 'transferred'

/**
 * A queue sends somebody who waits on to `target`, another queue or a service, which answers at once. Gives the
 * session with the target, whose master id is that of the wait; `undefined` when nobody waits there any more.
 */
export function sendOn(
  exchange: Exchange,
  waitingId: string,
  target: string,
  shape: OverflowShape,
): PbxSession | undefined {
  const waiting = exchange.find(waitingId)
  if (waiting?.sessionState !== 'InCall') return undefined
  const onward =
    shape === 'transferred'
      ? exchange.blindTransfer(waitingId, waiting.callee, target)
      : endAndCall(exchange, waiting, target, shape)
  if (onward === undefined) return undefined
  exchange.move(onward.sessionId, 'Ringing')
  exchange.move(onward.sessionId, 'InCall')
  return onward
}

function endAndCall(
  exchange: Exchange,
  waiting: PbxSession,
  target: string,
  shape: 'redirected' | 'hungUp',
): PbxSession {
  const { sessionId, caller, callerDisplayName, dialedNumber, masterSessionId } = waiting
  // An answered session is never Redirected by the state machine, but queues are known to say so.
  if (shape === 'hungUp') exchange.move(sessionId, 'CalleeHungUp')
  else {
    exchange.force(sessionId, 'Redirected')
    exchange.drop(sessionId)
  }
  return exchange.open({
    ...{ caller, callerDisplayName, dialedNumber, masterSessionId },
    callee: target,
    state: 'TransferSetup',
  })
}
