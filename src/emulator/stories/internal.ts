import { playRing, type Ring } from './ring.ts'
import type { Stage } from './stage.ts'

/** One extension calls another. */
export interface InternalCall extends Ring {
  readonly from: string
  readonly to: string
}

/** Plays an internal call; starts now and gives its session. */
export function playInternalCall(stage: Stage, call: InternalCall): string {
  const { sessionId } = stage.exchange.open({ caller: call.from, callee: call.to })
  playRing(stage, sessionId, call)
  return sessionId
}
