import { exponential, pick, uniform } from '../../../src/emulator/random.ts'
import type { Random } from '../../../src/emulator/random.ts'
import {
  abandonQueue,
  acceptOffer,
  enterQueue,
  missOffer,
  offerToAgent,
} from '../../../src/emulator/stories/queue.ts'
import type { Stage } from '../../../src/emulator/stories/stage.ts'
import { createAgentPool } from './agentPool.ts'

/** How busy a floor is. Times are ms of site time. */
export interface FloorTraffic {
  readonly agents: readonly string[]
  readonly queues: readonly string[]
  readonly callsPerSecond: number
  readonly meanTalkMs: number
  readonly meanRingMs: number
}

const shares = { abandoned: 0.06, noAnswer: 0.06, onHold: 0.2, outbound: 0.08, internal: 0.05 }
const firstCaller = 5_550_000

/**
 * Calls that never stop arriving: most go through a queue to an agent who is free, some of them ring in vain first,
 * some are put on hold, some callers give up; a few are made by the agents themselves.
 */
export function playFloor(stage: Stage, traffic: FloorTraffic, random: Random): void {
  const { exchange } = stage
  const pool = createAgentPool(traffic.agents, random)
  const isOneOf = (share: number): boolean => random() < share
  const ringMs = (): number => uniform(random, 0.5, 1.5) * traffic.meanRingMs
  const talkMs = (): number => uniform(random, 0.3, 1.7) * traffic.meanTalkMs
  let callers = 0

  const end = (sessionId: string, agents: readonly string[]): void => {
    exchange.move(sessionId, isOneOf(0.6) ? 'CallerHungUp' : 'CalleeHungUp')
    for (const agent of agents) pool.free(agent)
  }
  const talk = (sessionId: string, agents: readonly string[]): void => {
    const length = talkMs()
    if (isOneOf(shares.onHold)) {
      stage.after(length * 0.3, () => exchange.move(sessionId, 'CalleeOnHold'))
      stage.after(length * 0.6, () => exchange.move(sessionId, 'InCall'))
    }
    stage.after(length, () => end(sessionId, agents))
  }
  const offer = (waitingId: string, agent: string): void => {
    const offered = offerToAgent(exchange, waitingId, agent)
    if (offered === undefined) {
      pool.free(agent)
      return
    }
    const { sessionId } = offered
    const isMissed = isOneOf(shares.noAnswer)
    stage.after(ringMs(), () => {
      if (!isMissed && acceptOffer(exchange, waitingId, sessionId)) {
        talk(sessionId, [agent])
        return
      }
      if (isMissed) missOffer(exchange, waitingId, sessionId)
      pool.free(agent)
      pool.whenFree((next) => offer(waitingId, next))
    })
  }
  const call = (from: string, to: string, agents: readonly string[]): void => {
    const { sessionId } = exchange.open({ caller: from, callee: to })
    exchange.move(sessionId, 'Ringing')
    stage.after(ringMs(), () => {
      exchange.move(sessionId, 'InCall')
      talk(sessionId, agents)
    })
  }
  const fromOutside = (): void => {
    const caller = { number: `+3620${firstCaller + callers++}`, name: '' }
    const { sessionId } = enterQueue(exchange, caller, pick(random, traffic.queues))
    if (isOneOf(shares.abandoned)) {
      stage.after(ringMs(), () => abandonQueue(exchange, sessionId, undefined))
    } else {
      stage.after(ringMs() / 2, () => pool.whenFree((agent) => offer(sessionId, agent)))
    }
  }
  const begin = (): void => {
    const kind = random()
    if (kind < shares.outbound) {
      pool.ifFree((agent) => call(agent, `+3630${firstCaller + callers++}`, [agent]))
    } else if (kind < shares.outbound + shares.internal) {
      pool.ifFree((one) => pool.ifFree((other) => call(one, other, [one, other]), one))
    } else fromOutside()
    stage.after(exponential(random, 1000 / traffic.callsPerSecond), begin)
  }
  begin()
}
