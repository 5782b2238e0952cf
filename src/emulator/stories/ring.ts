import type { Stage } from './stage.ts'
import { playTalk, type Talk } from './talk.ts'

/** How a phone that is called ends: `busy` and `notFound` never ring, `refused` is a busy after some ringing. */
export type RingResult = 'answered' | 'noAnswer' | 'refused' | 'busy' | 'notFound' | 'cancelled'

/** A call from its set-up to its end, in ms of site time. */
export interface Ring {
  /** Between the set-up and the first ring, or the refusal. @default 0 */
  readonly setupMs?: number
  readonly ringMs: number
  readonly result: RingResult
  /** Needed by `answered` only. @default ten seconds, ended by the caller */
  readonly talk?: Talk
}

const states = {
  noAnswer: 'NotAnswered',
  refused: 'Busy',
  busy: 'Busy',
  notFound: 'NotFound',
  cancelled: 'Cancelled',
} as const

const shortTalk: Talk = { talkMs: 10_000, endedBy: 'caller' }

/** Plays a session that has just been set up to its end. */
export function playRing(stage: Stage, sessionId: string, ring: Ring): void {
  const { exchange } = stage
  const { result, setupMs = 0, talk = shortTalk } = ring
  stage.after(setupMs, () => {
    if (result === 'busy' || result === 'notFound') {
      exchange.move(sessionId, states[result])
      return
    }
    exchange.move(sessionId, 'Ringing')
    stage.after(ring.ringMs, () => {
      exchange.move(sessionId, result === 'answered' ? 'InCall' : states[result])
      if (result === 'answered') playTalk(stage, sessionId, talk)
    })
  })
}
