import type { Random } from '../random.ts'
import { playBlindTransfer } from '../stories/blindTransfer.ts'
import { abandonQueue, acceptOffer, offerToAgent } from '../stories/queue.ts'
import type { Stage } from '../stories/stage.ts'
import { playTalk } from '../stories/talk.ts'
import type { PbxSession } from '../types.ts'
import { drawPause, drawReaction } from './agentBehaviour.ts'
import type { AgentPool } from './agentPool.ts'
import type { CallPlan } from './callPlan.ts'
import type { Endings } from './endings.ts'

/** Brings callers who wait and agents who are free together: first come, first served. */
export interface QueueDesk {
  /** The caller of `plan` waits in the session `waitingId` from now on. */
  join(waitingId: string, plan: CallPlan): void
}

export interface QueueDeskOptions {
  readonly stage: Stage
  readonly pool: AgentPool
  readonly endings: Endings
  /** For what agents do. */
  readonly random: Random
}

interface Waiting {
  readonly id: string
  /** The place in the order of arrival. */
  readonly place: number
  readonly plan: CallPlan
  offeredId: string | undefined
}

/** A desk at which nobody waits. */
export function createQueueDesk(options: QueueDeskOptions): QueueDesk {
  const { stage, pool, endings, random } = options
  const { exchange } = stage
  const line: Waiting[] = []
  let joined = 0

  function serveNext(): void {
    while (line.length > 0) {
      const agent = pool.take()
      if (agent === undefined) return
      const waiting = line.shift()
      if (waiting === undefined || !offer(waiting, agent)) pool.release(agent)
    }
  }

  function offer(waiting: Waiting, agent: string): boolean {
    const offeredId = offerToAgent(exchange, waiting.id, agent)?.sessionId
    if (offeredId === undefined) return false
    waiting.offeredId = offeredId
    const reaction = drawReaction(random)
    const cancel = stage.after(reaction.ringMs, () => {
      if (reaction.result === 'answered') answer(waiting, offeredId)
      else exchange.move(offeredId, reaction.result === 'refused' ? 'Busy' : 'NotAnswered')
    })
    endings.of(offeredId, (session) => {
      cancel()
      waiting.offeredId = undefined
      if (session.answeredAt === undefined) waitAgain(waiting)
      rest(agent, session)
    })
    return true
  }

  function answer(waiting: Waiting, offeredId: string): void {
    const { talk, transferAfterMs } = waiting.plan
    if (!acceptOffer(exchange, waiting.id, offeredId)) return
    playTalk(stage, offeredId, talk)
    if (transferAfterMs === undefined) return
    stage.after(transferAfterMs, () => sendOn(offeredId, waiting.plan))
  }

  function sendOn(sessionId: string, plan: CallPlan): void {
    const target = pool.take()
    if (target === undefined) return
    const transferred = playBlindTransfer(stage, sessionId, {
      ...drawReaction(random),
      by: 'callee',
      target,
      talk: { talkMs: Math.round(plan.talk.talkMs * 0.6), endedBy: plan.talk.endedBy },
    })
    if (transferred === undefined) pool.release(target)
    else endings.of(transferred, (session) => rest(target, session))
  }

  function waitAgain(waiting: Waiting): void {
    if (exchange.find(waiting.id) === undefined) return
    exchange.move(waiting.id, 'TransferFailed')
    exchange.move(waiting.id, 'InCall')
    const behind = line.findIndex((other) => other.place > waiting.place)
    line.splice(behind < 0 ? line.length : behind, 0, waiting)
    serveNext()
  }

  function rest(agent: string, session: PbxSession): void {
    stage.after(drawPause(random, session), () => pool.release(agent))
  }

  pool.onFree(serveNext)
  return {
    join(id, plan) {
      const waiting: Waiting = { id, place: joined++, plan, offeredId: undefined }
      const cancel = stage.after(plan.patienceMs, () => {
        abandonQueue(exchange, id, waiting.offeredId)
      })
      endings.of(id, (session) => {
        cancel()
        const place = line.indexOf(waiting)
        if (place >= 0) line.splice(place, 1)
        const ringing = waiting.offeredId
        if (session.sessionState === 'TransferCompleted' || ringing === undefined) return
        exchange.move(ringing, 'Cancelled')
      })
      line.push(waiting)
      serveNext()
    },
  }
}
