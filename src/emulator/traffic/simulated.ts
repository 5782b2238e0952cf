import { type Random, seededRandom, uniform } from '../random.ts'
import { playMenuCall } from '../stories/menu.ts'
import { enterQueue } from '../stories/queue.ts'
import { createStage, type Stage } from '../stories/stage.ts'
import type { Roster, Traffic } from '../types.ts'
import { createAgentPool } from './agentPool.ts'
import { type Rate, startArrivals } from './arrivals.ts'
import { type CustomerType, serviceTimes } from './calibration.ts'
import { planCall } from './callPlan.ts'
import { createEndings } from './endings.ts'
import { createProfile, type Profile } from './profile.ts'
import { createQueueDesk, type QueueDesk } from './queueDesk.ts'
import { createSeasoning } from './seasoning.ts'

export interface SimulatedTrafficOptions {
  /** The same seed makes the same calls, if the clock starts at the same moment. */
  readonly seed: number
  /** Its first service is the voicemail, its last the voice menu. */
  readonly roster: Roster
  /** How many agents the calls are enough for: 12 is the published bank. @default those of the roster */
  readonly agents?: number
  /** Multiplies the calls to queues; more than 1 makes callers wait. @default 1 */
  readonly load?: number
  /** The IANA zone whose wall clock the profile follows. @default 'UTC' */
  readonly timeZone?: string
  /** How much later than it is the profile is read; `shiftToLateMorning` gives one. @default 0 */
  readonly profileShiftMinutes?: number
  /** Begins with about as many calls as would be under way. @default true */
  readonly isWarm?: boolean
  /** Direct, ring-group, internal and outbound calls per hour at the busiest, for 12 agents. */
  readonly seasoning?: Partial<SeasoningPerHour>
}

/** Calls per hour at the busiest time, for 12 agents. */
export interface SeasoningPerHour {
  /** @default 8 */
  readonly direct: number
  /** @default 3 */
  readonly ringGroup: number
  /** @default 8 */
  readonly internal: number
  /** @default 16 */
  readonly outbound: number
}

const publishedAgents = 12
const usualSeasoning: SeasoningPerHour = { direct: 8, ringGroup: 3, internal: 8, outbound: 16 }
const warmUpMs = 20_000
/** Chances that must not disturb each other come from streams of their own. */
const streams = { arrivals: 1, plans: 2, agents: 3, seasoning: 4, kinds: 10 } as const
const queueOfType: Readonly<Record<CustomerType, number>> = {
  PS: 0,
  NE: 1,
  NW: 1,
  IN: 0,
  PE: 0,
  TT: 0,
}

/** Traffic like that of the published call centre: its arrivals, service times, patience and gaps. */
export function simulatedTraffic(options: SimulatedTrafficOptions): Traffic {
  const { seed, roster, timeZone = 'UTC', profileShiftMinutes = 0 } = options
  const scale = (options.agents ?? roster.agents.length) / publishedAgents

  return (exchange) => {
    const profile = createProfile(timeZone, profileShiftMinutes, scale * (options.load ?? 1))
    const stage = createStage(exchange)
    const endings = createEndings(exchange)
    const pool = createAgentPool(roster.agents.map(({ extension }) => extension))
    const desk = createQueueDesk({
      ...{ stage, pool, endings },
      random: seededRandom(seed, streams.agents),
    })
    const plans = seededRandom(seed, streams.plans)
    const call = (): void => callQueue(stage, desk, roster, profile, plans)

    const arrivals = seededRandom(seed, streams.arrivals)
    if (options.isWarm ?? true) warmUp(stage, profile, arrivals, call)
    startArrivals(stage, arrivals, rateOf(profile, 2 * profile.mostCalls), call)

    if (roster.agents.length > 0) {
      const random = seededRandom(seed, streams.seasoning)
      const seasoning = createSeasoning({ stage, pool, endings, random, roster })
      const perHour = { ...usualSeasoning, ...options.seasoning }
      for (const [index, kind] of (
        ['direct', 'ringGroup', 'internal', 'outbound'] as const
      ).entries()) {
        const rate = rateOf(profile, perHour[kind] * scale)
        startArrivals(stage, seededRandom(seed, streams.kinds + index), rate, () =>
          seasoning[kind](),
        )
      }
    }
    return () => {
      stage.stop()
      endings.stop()
    }
  }
}

/** A rate that follows the profile and is `mostPerHour` at its busiest. */
function rateOf(profile: Profile, mostPerHour: number): Rate {
  return {
    mostPerHour,
    perHour: (when) => (mostPerHour * profile.calls(when)) / profile.mostCalls,
  }
}

function warmUp(stage: Stage, profile: Profile, random: Random, call: () => void): void {
  const { clock } = stage.exchange
  const perSecond = profile.calls(clock.now()) / 1800
  const underWay = Math.round(perSecond * serviceTimes.PS.meanSeconds)
  for (let count = 0; count < underWay; count++) {
    stage.after(Math.ceil(uniform(random, 0, warmUpMs)), call)
  }
}

function callQueue(
  stage: Stage,
  desk: QueueDesk,
  roster: Roster,
  profile: Profile,
  random: Random,
): void {
  const { exchange } = stage
  const plan = planCall(random, drawType(random, profile.types(exchange.clock.now())))
  const queue = roster.queues[queueOfType[plan.type] % roster.queues.length]?.extension
  if (queue === undefined) return
  const menu = roster.services[roster.services.length - 1]?.extension
  if (plan.menuMs === undefined || menu === undefined) {
    desk.join(enterQueue(exchange, plan.caller, queue).sessionId, plan)
    return
  }
  const call = { caller: plan.caller, menu, menuMs: plan.menuMs, queue }
  playMenuCall(stage, call, (waitingId) => desk.join(waitingId, plan))
}

function drawType(
  random: Random,
  shares: readonly (readonly [CustomerType, number])[],
): CustomerType {
  let left = random()
  for (const [type, share] of shares) {
    left -= share
    if (left < 0) return type
  }
  return 'PS'
}
