import type { SessionState } from '../domain/sessionState.ts'

const endsUnanswered = [
  'Redirected',
  'NotFound',
  'Busy',
  'Cancelled',
  'NotAnswered',
  'Error',
  'Aborted',
  'Ended',
] as const

const endsAnswered = ['CallerHungUp', 'CalleeHungUp', 'Error', 'Aborted', 'Ended'] as const

const talks = ['InCall', 'CalleeOnHold', 'CallerOnHold', 'OnHold', 'OnHoldInactive'] as const

const fromTalk: readonly SessionState[] = [
  ...talks,
  'TransferRequested',
  'TransferCompleted',
  ...endsAnswered,
]

/**
 * Where a session of the emulated PBX may go.
 *
 *     Created -> Setup | TransferSetup -> Ringing -> InCall <-> the four holds -> TransferRequested -> Transferring
 *     Transferring -> TransferCompleted | TransferFailed -> InCall
 */
const nextStates: Readonly<Partial<Record<SessionState, readonly SessionState[]>>> = {
  Created: ['Setup', 'TransferSetup', 'Ringing', 'InCall', ...endsUnanswered],
  Setup: ['Ringing', 'InCall', ...endsUnanswered],
  TransferSetup: ['Ringing', 'InCall', ...endsUnanswered],
  Ringing: ['InCall', ...endsUnanswered],
  InCall: fromTalk,
  CalleeOnHold: fromTalk,
  CallerOnHold: fromTalk,
  OnHold: fromTalk,
  OnHoldInactive: fromTalk,
  TransferRequested: ['Transferring', 'TransferFailed', ...endsAnswered],
  Transferring: ['TransferCompleted', 'TransferFailed', ...endsAnswered],
  TransferFailed: ['InCall', 'TransferRequested', ...endsAnswered],
}

/** Whether a session may go from one state to the other; never from a state to itself, never out of a final one. */
export function canMove(from: SessionState, to: SessionState): boolean {
  return from !== to && (nextStates[from]?.includes(to) ?? false)
}
