import { playRing, type Ring } from './ring.ts'
import type { Stage } from './stage.ts'

/** One party of a talk sends the other on to `target` without asking there first. */
export interface BlindTransfer extends Ring {
  readonly by: 'caller' | 'callee'
  readonly target: string
}

/**
 * Plays a blind transfer out of a session that is in call: that session is over at once, the one to the target goes
 * its own way. Gives the session to the target; `undefined` when there was nothing to transfer.
 */
export function playBlindTransfer(
  stage: Stage,
  sessionId: string,
  transfer: BlindTransfer,
): string | undefined {
  const { exchange } = stage
  const session = exchange.find(sessionId)
  if (session === undefined) return undefined
  const transferor = transfer.by === 'caller' ? session.caller : session.callee
  const transferred = exchange.blindTransfer(sessionId, transferor, transfer.target)
  if (transferred === undefined) return undefined
  playRing(stage, transferred.sessionId, transfer)
  return transferred.sessionId
}
