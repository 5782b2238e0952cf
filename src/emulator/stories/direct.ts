import { playRing, type Ring } from './ring.ts'
import type { OutsideCaller, Stage } from './stage.ts'

/** Somebody outside calls an extension past all queues. */
export interface DirectCall extends Ring {
  readonly caller: OutsideCaller
  readonly extension: string
}

/** Plays a direct inbound call; starts now and gives its session. */
export function playDirectCall(stage: Stage, call: DirectCall): string {
  const { sessionId } = stage.exchange.open({
    caller: call.caller.number,
    callee: call.extension,
    callerDisplayName: call.caller.name,
  })
  playRing(stage, sessionId, call)
  return sessionId
}
