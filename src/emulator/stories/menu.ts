import type { OutsideCaller, Stage } from './stage.ts'

/** A caller whom a voice menu answers and sends on to a queue. */
export interface MenuCall {
  readonly caller: OutsideCaller
  /** The extension of the menu. */
  readonly menu: string
  readonly menuMs: number
  readonly queue: string
}

/**
 * Plays a call through a voice menu to a queue; starts now. `reached` is told the session with the queue, whose
 * master id is that of the session with the menu; it is never told when the caller is gone before.
 */
export function playMenuCall(
  stage: Stage,
  call: MenuCall,
  reached: (waitingId: string) => void,
): void {
  const { exchange } = stage
  const { sessionId } = exchange.open({
    caller: call.caller.number,
    callee: call.menu,
    callerDisplayName: call.caller.name,
  })
  exchange.move(sessionId, 'Ringing')
  exchange.move(sessionId, 'InCall')
  stage.after(call.menuMs, () => {
    const waiting = exchange.blindTransfer(sessionId, call.menu, call.queue)
    if (waiting === undefined) return
    exchange.move(waiting.sessionId, 'Ringing')
    exchange.move(waiting.sessionId, 'InCall')
    reached(waiting.sessionId)
  })
}
