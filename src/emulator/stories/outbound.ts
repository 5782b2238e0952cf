import { playRing, type Ring } from './ring.ts'
import type { Stage } from './stage.ts'

/** An extension calls a number outside. */
export interface OutboundCall extends Ring {
  readonly extension: string
  readonly number: string
}

/** Plays an outbound call; starts now and gives its session. */
export function playOutboundCall(stage: Stage, call: OutboundCall): string {
  const { sessionId } = stage.exchange.open({ caller: call.extension, callee: call.number })
  playRing(stage, sessionId, call)
  return sessionId
}
