import { type Random, uniform } from '../random.ts'
import type { OutsideCaller } from '../stories/stage.ts'
import type { Hold, Talk } from '../stories/talk.ts'
import {
  type CustomerType,
  everydayHazard,
  type Hazard,
  menuSeconds,
  serviceTimes,
  survival,
} from './calibration.ts'
import { drawCaller } from './callers.ts'
import { drawPatience, drawQuantile, drawService, hazardOfSurvival } from './draw.ts'

/** What a caller will do, as far as it depends on him; ms of site time. */
export interface CallPlan {
  readonly type: CustomerType
  readonly caller: OutsideCaller
  /** `undefined` when the call comes straight to the queue. */
  readonly menuMs: number | undefined
  readonly patienceMs: number
  readonly talk: Talk
  /** From the answer to when the agent sends him on; `undefined` when he does not. */
  readonly transferAfterMs: number | undefined
}

const shareThroughMenu = 0.25
const shareHeld = 0.12
const shareTransferred = 0.05
const shareEndedByCaller = 0.65

const everybodyHazard = hazardOfSurvival(survival.all)
const hazards: Readonly<Record<CustomerType, Hazard>> = {
  PS: everydayHazard,
  NE: hazardOfSurvival(survival.NE),
  NW: hazardOfSurvival(survival.NW),
  IN: hazardOfSurvival(survival.IN),
  PE: everybodyHazard,
  TT: everybodyHazard,
}

/** Draws a caller to a queue; every call takes its chances in the same order. */
export function planCall(random: Random, type: CustomerType): CallPlan {
  const caller = drawCaller(random)
  const menuMs = Math.round(drawQuantile(random, menuSeconds) * 1000)
  const isThroughMenu = random() < shareThroughMenu
  const patienceMs = Math.round(drawPatience(random, hazards[type]) * 1000)
  const talk = planTalk(random, Math.round(drawService(random, serviceTimes[type]) * 1000))
  const isTransferred = random() < shareTransferred && talk.talkMs > 30_000
  return {
    type,
    caller,
    menuMs: isThroughMenu ? menuMs : undefined,
    patienceMs,
    talk,
    transferAfterMs: isTransferred ? Math.round(talk.talkMs * 0.4) : undefined,
  }
}

/** A talk of `talkMs`, some of them with somebody on hold in the middle. */
export function planTalk(random: Random, talkMs: number): Talk {
  const endedBy = random() < shareEndedByCaller ? 'caller' : 'callee'
  const isHeld = random() < shareHeld && talkMs > 40_000
  const holds = [planHold(random, talkMs)]
  return { talkMs, endedBy, holds: isHeld ? holds : [] }
}

function planHold(random: Random, talkMs: number): Hold {
  const fromMs = Math.round(uniform(random, 0.3, 0.5) * talkMs)
  const lengthMs = Math.min(talkMs * 0.4, uniform(random, 10_000, 90_000))
  const dice = random()
  const by = dice < 0.85 ? 'callee' : dice < 0.95 ? 'caller' : 'both'
  return { fromMs, toMs: fromMs + Math.round(lengthMs), by }
}
