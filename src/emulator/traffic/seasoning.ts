import { pick, type Random, uniform } from '../random.ts'
import { playDirectCall } from '../stories/direct.ts'
import { playInternalCall } from '../stories/internal.ts'
import { playOutboundCall } from '../stories/outbound.ts'
import type { RingResult } from '../stories/ring.ts'
import { playParallelRingGroup, playRollingRingGroup } from '../stories/ringGroup.ts'
import type { Stage } from '../stories/stage.ts'
import type { Roster } from '../types.ts'
import { drawPause } from './agentBehaviour.ts'
import type { AgentPool } from './agentPool.ts'
import { serviceTimes } from './calibration.ts'
import { drawCaller, drawNumber } from './callers.ts'
import { planTalk } from './callPlan.ts'
import { drawService } from './draw.ts'
import type { Endings } from './endings.ts'

export interface SeasoningOptions {
  readonly stage: Stage
  readonly pool: AgentPool
  readonly endings: Endings
  readonly random: Random
  readonly roster: Roster
}

/** The calls that do not go through a queue: each function makes one, if somebody is free for it. */
export interface Seasoning {
  direct(): void
  ringGroup(): void
  internal(): void
  outbound(): void
}

const groupNumber = '600'
/** Between two phones of an agent, so that the next one does not ring before the last has fallen silent. */
const breathMs = 500

const outboundResults: readonly RingResult[] = [
  ...['answered', 'answered', 'answered', 'answered', 'answered', 'answered'],
  ...['noAnswer', 'noAnswer', 'busy', 'notFound', 'cancelled'],
] as readonly RingResult[]

const inboundResults: readonly RingResult[] = [
  ...['answered', 'answered', 'answered', 'answered', 'answered', 'answered'],
  ...['noAnswer', 'cancelled'],
] as readonly RingResult[]

/** Makes calls that occupy agents of the pool until they are over. */
export function createSeasoning(options: SeasoningOptions): Seasoning {
  const { stage, pool, endings, random, roster } = options
  const extensions = roster.agents.map((agent) => agent.extension)

  const drawTalk = (): ReturnType<typeof planTalk> =>
    planTalk(random, Math.round(drawService(random, serviceTimes.NW) * 1000))
  const drawMs = (from: number, to: number): number => Math.round(uniform(random, from, to))

  function releaseAfter(sessionId: string, agents: readonly string[]): void {
    endings.of(sessionId, (session) => {
      for (const agent of agents) {
        stage.after(drawPause(random, session), () => pool.release(agent))
      }
    })
  }

  return {
    direct() {
      const extension = pick(random, extensions)
      const [drawn, ringMs] = [pick(random, inboundResults), drawMs(2000, 15_000)]
      const call = { caller: drawCaller(random), extension, ringMs, talk: drawTalk() }
      const isFree = pool.takeThis(extension)
      const sessionId = playDirectCall(stage, { ...call, result: isFree ? drawn : 'busy' })
      if (isFree) releaseAfter(sessionId, [extension])
    },

    ringGroup() {
      const agents = [0, 1, 2].map(() => pool.takeAny(random)).filter(isDefined)
      const [winner] = agents
      if (winner === undefined) return
      const isAnswered = random() < 0.85
      const call = {
        caller: drawCaller(random),
        dialedNumber: groupNumber,
        extensions: [...agents].sort(),
        ringMs: drawMs(4000, 12_000),
        answeredBy: isAnswered ? winner : undefined,
        talk: drawTalk(),
      }
      if (random() < 0.5) {
        const sessions = playParallelRingGroup(stage, call)
        sessions.forEach((sessionId, index) =>
          releaseAfter(sessionId, call.extensions.slice(index, index + 1)),
        )
        return
      }
      const sessionId = playRollingRingGroup(stage, call)
      const others = agents.filter((agent) => agent !== winner)
      releaseAfter(sessionId, [winner])
      for (const agent of others) {
        const rungUntil = (call.extensions.indexOf(agent) + 1) * call.ringMs
        stage.after(rungUntil + breathMs, () => pool.release(agent))
      }
    },

    internal() {
      const from = pool.takeAny(random)
      if (from === undefined) return
      const service = roster.services[0]?.extension
      const colleague = pick(random, extensions)
      const [dice, ringMs, talk] = [random(), drawMs(2000, 9000), drawTalk()]
      if (service !== undefined && (dice < 0.1 || colleague === from)) {
        const call = { from, to: service, ringMs: 0, result: 'answered', talk } as const
        releaseAfter(playInternalCall(stage, call), [from])
        return
      }
      const isFree = colleague !== from && pool.takeThis(colleague)
      const result = !isFree ? 'busy' : dice < 0.85 ? 'answered' : 'noAnswer'
      const sessionId = playInternalCall(stage, { from, to: colleague, ringMs, result, talk })
      releaseAfter(sessionId, isFree ? [from, colleague] : [from])
    },

    outbound() {
      const extension = pool.takeAny(random)
      if (extension === undefined) return
      const sessionId = playOutboundCall(stage, {
        extension,
        number: drawNumber(random),
        setupMs: drawMs(800, 2500),
        ringMs: drawMs(3000, 25_000),
        result: pick(random, outboundResults),
        talk: drawTalk(),
      })
      releaseAfter(sessionId, [extension])
    },
  }
}

function isDefined(agent: string | undefined): agent is string {
  return agent !== undefined
}
