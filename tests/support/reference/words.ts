import type { SessionState } from '../../../src/domain/sessionState.ts'

/** What the states mean, written down a second time: nothing at run time is shared with the domain. */
const talking: readonly SessionState[] = [
  'InCall',
  'TransferRequested',
  'Transferring',
  'TransferFailed',
]
const holding: readonly SessionState[] = [
  'CalleeOnHold',
  'CallerOnHold',
  'OnHold',
  'OnHoldInactive',
]
const settingUp: readonly SessionState[] = ['Created', 'Setup', 'TransferSetup', 'Ringing']

export const isTalking = (state: SessionState): boolean => talking.includes(state)
export const isHolding = (state: SessionState): boolean => holding.includes(state)
export const isSettingUp = (state: SessionState): boolean => settingUp.includes(state)
export const isAnswered = (state: SessionState): boolean => isTalking(state) || isHolding(state)
export const isOver = (state: SessionState): boolean => !isAnswered(state) && !isSettingUp(state)

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

export const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : sum(values) / values.length

export const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole

export const largest = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.max(...values)

export const smallest = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.min(...values)
