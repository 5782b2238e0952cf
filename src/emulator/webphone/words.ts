import type { SessionState } from '../../domain/sessionState.ts'
import { sessionStates } from '../../domain/sessionState.ts'

/** The global `ConnectionState`. */
export const ConnectionState = {
  ACCESS_GRANTED: 'ACCESS_GRANTED',
  ACCESS_DENIED: 'ACCESS_DENIED',
  CONNECTION_FAILED: 'CONNECTION_FAILED',
  CONNECTION_CLOSED: 'CONNECTION_CLOSED',
} as const

export type ConnectionStateName = keyof typeof ConnectionState

/** The global `CallState`: the seven documented names and `ANSWERED`, which only a sample of the vendor's uses. */
export const CallState = {
  RINGING: 'RINGING',
  NOT_FOUND: 'NOT_FOUND',
  REJECTED: 'REJECTED',
  HOLD: 'HOLD',
  IN_CALL: 'IN_CALL',
  COMPLETED: 'COMPLETED',
  BUSY: 'BUSY',
  ANSWERED: 'ANSWERED',
} as const

export type CallStateName = keyof typeof CallState

const spelledOtherwise: Readonly<Record<string, SessionState>> = {
  HOLD: 'OnHold',
  COMPLETED: 'Ended',
  REJECTED: 'Busy',
  TRANSFERRED: 'TransferCompleted',
  NOANSWER: 'NotAnswered',
  CALLERHANGUP: 'CallerHungUp',
  CALLEEHANGUP: 'CalleeHungUp',
  CALLING: 'Setup',
  ANSWERED: 'InCall',
}

const spellings = new Map<string, SessionState>([
  ...Object.entries(spelledOtherwise),
  ...sessionStates.map((state) => [state.toUpperCase(), state] as const),
  // The PBX counts its own states in the same order.
  ...sessionStates.map((state, number) => [String(number), state] as const),
])

/** The session state that `spelling` means, in any of the PBX's vocabularies; `undefined` for none. */
export function sessionStateOf(spelling: unknown): SessionState | undefined {
  return spellings.get(bareWord(spelling))
}

/** A word without the differences of spelling. Pages pass whatever they have. */
export function bareWord(spelling: unknown): string {
  return String(spelling)
    .toUpperCase()
    .replace(/[\s_-]/g, '')
}

const callStates: Readonly<Partial<Record<SessionState, CallStateName>>> = {
  Created: 'RINGING',
  Setup: 'RINGING',
  TransferSetup: 'RINGING',
  Ringing: 'RINGING',
  CalleeOnHold: 'HOLD',
  CallerOnHold: 'HOLD',
  OnHold: 'HOLD',
  OnHoldInactive: 'HOLD',
  InCall: 'IN_CALL',
  TransferRequested: 'IN_CALL',
  Transferring: 'IN_CALL',
  TransferFailed: 'IN_CALL',
  NotFound: 'NOT_FOUND',
  Busy: 'BUSY',
  // The HTTP API's list of states calls it so when the time to ring is over.
  NotAnswered: 'BUSY',
}

/** The state of a session in the seven documented words. */
export function callStateOf(sessionState: string): CallStateName {
  const state = sessionStateOf(sessionState)
  return (state && callStates[state]) ?? 'COMPLETED'
}
