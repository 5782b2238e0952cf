import { expect, test } from 'vitest'
import { sharedProperties } from '@/emulator/gatewayClientInfo.ts'
import { historyFilters } from '@/emulator/webphone/historyFilters.ts'
import { callStateOf, sessionStateOf } from '@/emulator/webphone/words.ts'

test.each([
  ['InCall', 'InCall'],
  ['INCALL', 'InCall'],
  ['in-call', 'InCall'],
  ['ANSWERED', 'InCall'],
  ['NOT_FOUND', 'NotFound'],
  ['HOLD', 'OnHold'],
  ['REJECTED', 'Busy'],
  ['COMPLETED', 'Ended'],
  ['CallerHangUp', 'CallerHungUp'],
  [3, 'Ringing'],
  [21, 'Aborted'],
  ['Parked', undefined],
  [undefined, undefined],
])('%s means the session state %s', (spelling, state) => {
  expect(sessionStateOf(spelling)).toBe(state)
})

test.each([
  ['TransferSetup', 'RINGING'],
  ['CalleeOnHold', 'HOLD'],
  ['TransferFailed', 'IN_CALL'],
  ['NotFound', 'NOT_FOUND'],
  ['Busy', 'BUSY'],
  ['NotAnswered', 'BUSY'],
  ['CalleeHungUp', 'COMPLETED'],
])('to an own call %s is %s', (sessionState, callState) => {
  expect(callStateOf(sessionState)).toBe(callState)
})

test('a password in whatever spelling is shared with nobody', () => {
  const shared = sharedProperties({ Password: 'a', password: 'b', userPassword: 'c', kind: 'wall' })
  expect(shared).toEqual({ kind: 'wall' })
})

test('filters keep texts only, named as the HTTP API names them', () => {
  expect(historyFilters({ state: 'Busy', From: '2026-11-21', page: 3 }, '1001')).toEqual({
    State: 'Busy',
    From: '2026-11-21',
    Extension: '1001',
  })
})
