import { type Random, uniform } from '../random.ts'
import type { PbxSession } from '../types.ts'
import { gapSeconds } from './calibration.ts'
import { drawQuantile } from './draw.ts'

/** What an agent does about a ringing phone. */
export interface Reaction {
  readonly ringMs: number
  readonly result: 'answered' | 'noAnswer' | 'refused'
}

const shareNoAnswer = 0.03
const shareRefused = 0.01
const ringOutMs = 18_000

/** Draws what an agent does; ms of site time. */
export function drawReaction(random: Random): Reaction {
  const [dice, ringMs] = [random(), Math.round(uniform(random, 1500, 8000))]
  if (dice < shareNoAnswer) return { ringMs: ringOutMs, result: 'noAnswer' }
  return { ringMs, result: dice < shareNoAnswer + shareRefused ? 'refused' : 'answered' }
}

/** How long an agent is not free after a session, ms: wrap-up after a talk, other work after no talk. */
export function drawPause(random: Random, session: PbxSession): number {
  if (session.answeredAt !== undefined) return Math.round(drawQuantile(random, gapSeconds) * 1000)
  if (session.sessionState === 'Cancelled') return 0
  return Math.round(uniform(random, 20_000, 60_000))
}
