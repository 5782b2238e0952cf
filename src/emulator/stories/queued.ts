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

/** What happens to somebody who waits in a queue, in ms of site time from when he began to. */
export interface Wait {
  /** One after the other; what follows an answer is left out. */
  readonly offers: readonly QueueOffer[]
  readonly talk: Talk
  /** When the caller hangs up, if nobody has answered. @default never */
  readonly givesUpAfterMs?: number
  /** When the queue has had enough, if nobody has answered, and what it does then. @default never */
  readonly movesOn?: { readonly afterMs: number; readonly play: (waitingId: string) => void }
}

/** A call to a queue, all of it. */
export interface QueuedCall extends Wait {
  readonly caller: OutsideCaller
  readonly queue: string
}

/**
 * A caller waits in a queue until one of the offers is answered or he gives up; starts now and gives the session with
 * the queue. Its master id is that of the session with the agent.
 */
export function playQueuedCall(stage: Stage, call: QueuedCall): string {
  const waitingId = enterQueue(stage.exchange, call.caller, call.queue).sessionId
  playWait(stage, waitingId, call)
  return waitingId
}

/** Plays the wait of a session that has just been answered by a queue. */
export function playWait(stage: Stage, waitingId: string, wait: Wait): void {
  const { exchange } = stage
  const { givesUpAfterMs, movesOn } = wait
  const limits: (() => void)[] = []
  let offeredId: string | undefined
  let cancelNext: () => void = () => undefined

  function offer(index: number): void {
    const next = wait.offers[index]
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
      for (const cancel of limits) cancel()
      playTalk(stage, ringing, wait.talk)
      return
    }
    offer(index + 1)
  }

  function leave(): void {
    cancelNext()
    for (const cancel of limits) cancel()
  }

  if (givesUpAfterMs !== undefined) {
    const giveUp = (): void => {
      leave()
      abandonQueue(exchange, waitingId, offeredId)
    }
    limits.push(stage.after(givesUpAfterMs, giveUp))
  }
  if (movesOn !== undefined) {
    const moveOn = (): void => {
      leave()
      if (offeredId !== undefined) missOffer(exchange, waitingId, offeredId)
      movesOn.play(waitingId)
    }
    limits.push(stage.after(movesOn.afterMs, moveOn))
  }
  offer(0)
}
