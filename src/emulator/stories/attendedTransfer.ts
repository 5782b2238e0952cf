import type { PbxSession } from '../types.ts'
import type { Stage } from './stage.ts'
import { playTalk, type Talk } from './talk.ts'

/** One party of a talk holds the other, asks a colleague, and hands over if the colleague wants the call. */
export interface AttendedTransfer {
  readonly by: 'caller' | 'callee'
  readonly target: string
  /** Ms that the colleague's phone rings. */
  readonly ringMs: number
  /** `declined`: he answers, but does not take the call. */
  readonly result: 'taken' | 'declined' | 'noAnswer' | 'refused'
  /** Ms of the talk between the two. */
  readonly consultMs: number
  /** The talk after the hand-over. */
  readonly talk: Talk
}

/**
 * Plays an attended transfer out of a session that is in call, from the hold on. The consultation is a session of its
 * own; the session of the outside party with the colleague carries the consultation's master id. Gives the
 * consultation; `undefined` when there was nobody to hold.
 */
export function playAttendedTransfer(
  stage: Stage,
  sessionId: string,
  transfer: AttendedTransfer,
): string | undefined {
  const { exchange } = stage
  const held = exchange.find(sessionId)
  if (held === undefined) return undefined
  const isByCallee = transfer.by === 'callee'
  exchange.move(sessionId, isByCallee ? 'CallerOnHold' : 'CalleeOnHold')
  const consultation = exchange.open({
    caller: isByCallee ? held.callee : held.caller,
    callee: transfer.target,
  })
  exchange.move(consultation.sessionId, 'Ringing')

  stage.after(transfer.ringMs, () => {
    const unanswered = endings[transfer.result]
    if (unanswered !== undefined) {
      exchange.move(consultation.sessionId, unanswered)
      exchange.move(sessionId, 'InCall')
      return
    }
    exchange.move(consultation.sessionId, 'InCall')
    stage.after(transfer.consultMs, () => {
      if (transfer.result === 'taken') handOver(stage, held, consultation, transfer)
      else {
        exchange.move(consultation.sessionId, 'CalleeHungUp')
        exchange.move(sessionId, 'InCall')
      }
    })
  })
  return consultation.sessionId
}

const endings = {
  taken: undefined,
  declined: undefined,
  noAnswer: 'NotAnswered',
  refused: 'Busy',
} as const

function handOver(
  stage: Stage,
  held: PbxSession,
  consultation: PbxSession,
  transfer: AttendedTransfer,
): void {
  const { exchange } = stage
  const areBothThere = [held, consultation].every(({ sessionId }) => exchange.find(sessionId))
  if (!areBothThere) return
  const isByCallee = transfer.by === 'callee'
  exchange.move(held.sessionId, 'TransferRequested')
  exchange.move(held.sessionId, 'Transferring')
  const { sessionId } = exchange.open({
    caller: isByCallee ? held.caller : held.callee,
    callerDisplayName: isByCallee ? held.callerDisplayName : held.calleeDisplayName,
    callee: transfer.target,
    masterSessionId: consultation.masterSessionId,
    state: 'TransferSetup',
  })
  exchange.move(sessionId, 'InCall')
  exchange.move(held.sessionId, 'TransferCompleted')
  exchange.move(consultation.sessionId, 'TransferCompleted')
  playTalk(stage, sessionId, transfer.talk)
}
