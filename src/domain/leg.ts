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
    ...{ caller, callee, since },
    ...{ rangAt: undefined, answeredAt: undefined, isAnswerSeen: false },
    ...{ heldMs: 0, heldSince: undefined, endedAt: undefined },
  }
}

/**
 * The leg after the session came to `state` at `at`; the same leg when that changes nothing. `isSeen`: told when it
 * happened, not found by a snapshot.
 */
export function reached(leg: Leg, state: SessionState, at: number, isSeen: boolean): Leg {
  const phase = phaseOf(state)
  if (phase === 'over') return endLeg(leg, at)
  const talked = phase === 'setup' ? leg : answeredAt(leg, at, isSeen)
  const held = phase === 'hold' ? heldAt(talked, at) : resumedAt(talked, at)
  return state === 'Ringing' && held.rangAt === undefined ? { ...held, rangAt: at } : held
}

function answeredAt(leg: Leg, at: number, isSeen: boolean): Leg {
  if (leg.answeredAt !== undefined) return leg
  return { ...leg, rangAt: leg.rangAt ?? at, answeredAt: at, isAnswerSeen: isSeen }
}

function heldAt(leg: Leg, at: number): Leg {
  return leg.heldSince === undefined ? { ...leg, heldSince: at } : leg
}

function resumedAt(leg: Leg, at: number): Leg {
  return leg.heldSince === undefined
    ? leg
    : { ...leg, heldMs: holdMs(leg, at), heldSince: undefined }
}

/** The leg, over since `at` if it was not before. */
export function endLeg(leg: Leg, at: number): Leg {
  if (leg.endedAt !== undefined) return leg
  return { ...leg, endedAt: at, heldMs: holdMs(leg, at), heldSince: undefined }
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
