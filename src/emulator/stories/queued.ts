import { abandonQueue, acceptOffer, enterQueue, missOffer, offerToAgent } from './queue.ts'
import type { OutsideCaller, Stage } from './stage.ts'
import { playTalk, type Talk } from './talk.ts'

/** One agent's phone that the queue rings. */
export interface QueueOffer {
  readonly agent: string
  /** Ms between the caller's arrival, or the end of the offer before, and the first ring. */
  readonly afterMs: number
  readonly ringMs: number
  /** What the agent does after `ringMs`. */
  readonly result: 'answered' | 'noAnswer' | 'refused'
}

/** A call to a queue, all of it, in ms of site time. */
export interface QueuedCall {
  readonly caller: OutsideCaller
  readonly queue: string
  /** One after the other; what follows an answer is left out. */
  readonly offers: readonly QueueOffer[]
  readonly talk: Talk
  /** Ms after the arrival at which the caller hangs up, if nobody has answered. @default never */
  readonly givesUpAfterMs?: number
}

/**
 * A caller waits in a queue until one of the offers is answered or he gives up; starts now and gives the session with
 * the queue. Its master id is that of the session with the agent.
 */
export function playQueuedCall(stage: Stage, call: QueuedCall): string {
  const { exchange } = stage
  const waitingId = enterQueue(exchange, call.caller, call.queue).sessionId
  let offeredId: string | undefined
  let cancelNext: () => void = () => undefined

  function offer(index: number): void {
    const next = call.offers[index]
    if (next === undefined) return
    cancelNext = stage.after(next.afterMs, () => {
      offeredId = offerToAgent(exchange, waitingId, next.agent)?.sessionId
      const ringing = offeredId
      if (ringing === undefined) return
      cancelNext = stage.after(next.ringMs, () => finish(ringing, next.result, index))
    })
  }

  function finish(ringing: string, result: QueueOffer['result'], index: number): void {
    offeredId = undefined
    if (result !== 'answered') {
      missOffer(exchange, waitingId, ringing, result === 'refused' ? 'Busy' : 'NotAnswered')
    } else if (acceptOffer(exchange, waitingId, ringing)) {
      cancelPatience()
      playTalk(stage, ringing, call.talk)
      return
    }
    offer(index + 1)
  }

  const cancelPatience =
    call.givesUpAfterMs === undefined
      ? () => undefined
      : stage.after(call.givesUpAfterMs, () => {
          cancelNext()
          abandonQueue(exchange, waitingId, offeredId)
        })
  offer(0)
  return waitingId
}
