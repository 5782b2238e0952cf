import type { OutsideCaller, Stage } from './stage.ts'
import { playTalk, type Talk } from './talk.ts'

/** Somebody outside calls a number at which several extensions ring. */
export interface RingGroupCall {
  readonly caller: OutsideCaller
  /** The number of the group. */
  readonly dialedNumber: string
  readonly extensions: readonly string[]
  /** Together, or one after the other each as long as this; ms of site time. */
  readonly ringMs: number
  /** Who answers; `undefined` when nobody does. */
  readonly answeredBy: string | undefined
  readonly talk: Talk
}

/**
 * A ring group as one session for each phone: when one is answered, the others are cancelled. Starts now and gives
 * the sessions in the order of the extensions.
 */
export function playParallelRingGroup(stage: Stage, call: RingGroupCall): readonly string[] {
  const { exchange } = stage
  const sessions = call.extensions.map((extension) => {
    const { sessionId } = exchange.open({
      caller: call.caller.number,
      callee: extension,
      callerDisplayName: call.caller.name,
      dialedNumber: call.dialedNumber,
    })
    exchange.move(sessionId, 'Ringing')
    return { sessionId, extension }
  })
  stage.after(call.ringMs, () => {
    const winner = sessions.find(({ extension }) => extension === call.answeredBy)
    if (winner !== undefined) exchange.move(winner.sessionId, 'InCall')
    for (const session of sessions) {
      if (session === winner) continue
      exchange.move(session.sessionId, winner === undefined ? 'NotAnswered' : 'Cancelled')
    }
    if (winner !== undefined) playTalk(stage, winner.sessionId, call.talk)
  })
  return sessions.map(({ sessionId }) => sessionId)
}

/**
 * A ring group as one session whose callee changes until one answers. Starts now and gives the session.
 * Throws when the group is empty.
 */
export function playRollingRingGroup(stage: Stage, call: RingGroupCall): string {
  const { exchange } = stage
  const [first] = call.extensions
  if (first === undefined) throw new RangeError('A ring group needs an extension.')
  const { sessionId } = exchange.open({
    caller: call.caller.number,
    callee: first,
    callerDisplayName: call.caller.name,
    dialedNumber: call.dialedNumber,
  })
  exchange.move(sessionId, 'Ringing')

  function ring(index: number): void {
    stage.after(call.ringMs, () => {
      const next = call.extensions[index + 1]
      if (call.extensions[index] === call.answeredBy) {
        exchange.move(sessionId, 'InCall')
        playTalk(stage, sessionId, call.talk)
      } else if (next === undefined) {
        exchange.move(sessionId, 'NotAnswered')
      } else {
        exchange.redirect(sessionId, next)
        ring(index + 1)
      }
    })
  }
  ring(0)
  return sessionId
}
