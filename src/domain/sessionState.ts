/**
 * The states of a Session: the 22 of the PBX's SessionState and `Ended`, which is over with the side unknown.
 *
 *     Created -> Setup | TransferSetup -> Ringing -> InCall <-> CalleeOnHold, CallerOnHold, OnHold, OnHoldInactive
 *                                                    InCall  -> TransferRequested -> Transferring -> TransferCompleted
 *                                                    InCall  <- TransferFailed    <-'
 *     before an answer a session may end   Busy, Cancelled, NotAnswered, NotFound, Redirected, Error, Aborted, Ended
 *     after an answer                      CallerHungUp, CalleeHungUp, TransferCompleted, Error, Aborted, Ended
 */
export const sessionStates = [
  'Created',
  'Setup',
  'TransferSetup',
  'Ringing',
  'InCall',
  'CalleeOnHold',
  'CallerOnHold',
  'OnHold',
  'OnHoldInactive',
  'TransferRequested',
  'Transferring',
  'TransferCompleted',
  'TransferFailed',
  'CallerHungUp',
  'CalleeHungUp',
  'Redirected',
  'NotFound',
  'Busy',
  'Cancelled',
  'NotAnswered',
  'Error',
  'Aborted',
  'Ended',
] as const

export type SessionState = (typeof sessionStates)[number]

/** What a state means for the people in it: nobody has answered, they talk, one is held, it is over. */
export type Phase = 'setup' | 'talk' | 'hold' | 'over'

const phases: Readonly<Record<SessionState, Phase>> = {
  Created: 'setup',
  Setup: 'setup',
  TransferSetup: 'setup',
  Ringing: 'setup',
  InCall: 'talk',
  CalleeOnHold: 'hold',
  CallerOnHold: 'hold',
  OnHold: 'hold',
  OnHoldInactive: 'hold',
  TransferRequested: 'talk',
  Transferring: 'talk',
  TransferFailed: 'talk',
  TransferCompleted: 'over',
  CallerHungUp: 'over',
  CalleeHungUp: 'over',
  Redirected: 'over',
  NotFound: 'over',
  Busy: 'over',
  Cancelled: 'over',
  NotAnswered: 'over',
  Error: 'over',
  Aborted: 'over',
  Ended: 'over',
}

const afterAnswer: readonly SessionState[] = [
  'CallerHungUp',
  'CalleeHungUp',
  'TransferRequested',
  'Transferring',
  'TransferCompleted',
]

/** Whether a session comes to such a state only after an answer, told or not. */
export function impliesAnswer(state: SessionState): boolean {
  return afterAnswer.includes(state)
}

export function phaseOf(state: SessionState): Phase {
  return phases[state]
}

/** A final state is never left; a close after it changes nothing. TransferFailed is not final. */
export function isFinal(state: SessionState): boolean {
  return phases[state] === 'over'
}
