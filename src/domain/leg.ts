import type { Draft } from './draft.ts'
import { phaseOf } from './sessionState.ts'
import type { SessionState } from './sessionState.ts'

/** A stretch of a session with the same two parties; the callee of a live session may change. Times are epoch ms. */
export interface Leg {
  readonly caller: string
  readonly callee: string
  readonly since: number
  /** First moment in which the callee's phone rang, or talked without ringing. */
  readonly rangAt: number | undefined
  /** First moment in which the callee had answered. */
  readonly answeredAt: number | undefined
  /** Whether the answer was told when it happened, instead of being found by a snapshot. */
  readonly isAnswerSeen: boolean
  /** Holds that are over, ms; and since when one is on. */
  readonly heldMs: number
  readonly heldSince: number | undefined
  readonly endedAt: number | undefined
}

export function newLeg(caller: string, callee: string, since: number): Leg {
  return {
    caller,
    callee,
    since,
    rangAt: undefined,
    answeredAt: undefined,
    isAnswerSeen: false,
    heldMs: 0,
    heldSince: undefined,
    endedAt: undefined,
  }
}

function draftOf(leg: Leg): Draft<Leg> {
  return {
    caller: leg.caller,
    callee: leg.callee,
    since: leg.since,
    rangAt: leg.rangAt,
    answeredAt: leg.answeredAt,
    isAnswerSeen: leg.isAnswerSeen,
    heldMs: leg.heldMs,
    heldSince: leg.heldSince,
    endedAt: leg.endedAt,
  }
}

/**
 * The leg after the session came to `state` at `at`; the same leg when that changes nothing. `isSeen`: told when it
 * happened, not found by a snapshot.
 */
export function reached(leg: Leg, state: SessionState, at: number, isSeen: boolean): Leg {
  const phase = phaseOf(state)
  if (phase === 'over') return endLeg(leg, at)
  const isHeld = leg.heldSince !== undefined
  const isTurned = isHeld !== (phase === 'hold')
  const answers = phase !== 'setup' && leg.answeredAt === undefined
  const rings = leg.rangAt === undefined && (answers || state === 'Ringing')
  if (!answers && !rings && !isTurned) return leg
  const next = draftOf(leg)
  if (rings) next.rangAt = at
  if (answers) {
    next.answeredAt = at
    next.isAnswerSeen = isSeen
  }
  if (isTurned) turnHold(next, at)
  return next
}

/** Begins to hold, or stops. */
function turnHold(leg: Draft<Leg>, at: number): void {
  if (leg.heldSince === undefined) leg.heldSince = at
  else stopHold(leg, at)
}

function stopHold(leg: Draft<Leg>, at: number): void {
  leg.heldMs = holdMs(leg, at)
  leg.heldSince = undefined
}

/** The leg, over since `at` if it was not before. */
export function endLeg(leg: Leg, at: number): Leg {
  if (leg.endedAt !== undefined) return leg
  const ended = draftOf(leg)
  ended.endedAt = at
  stopHold(ended, at)
  return ended
}

/** How long one side was held until `until`, epoch ms; ms. */
export function holdMs(leg: Leg, until: number): number {
  return leg.heldMs + (leg.heldSince === undefined ? 0 : Math.max(0, until - leg.heldSince))
}

/** How long the two talked until `until`, epoch ms, holds left out; ms. */
export function talkMs(leg: Leg, until: number): number {
  if (leg.answeredAt === undefined) return 0
  return Math.max(0, (leg.endedAt ?? until) - leg.answeredAt - holdMs(leg, until))
}
