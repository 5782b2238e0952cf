import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionStates } from '../../../src/domain/sessionState.ts'
import { liveStates, parseState, spellingsOf } from '../../../src/pbx/ozeki/vocabulary.ts'

/** Numbers and names as the vendor's table has them, spelt out here so that no reordering goes unseen. */
const table = [
  'Created Setup TransferSetup Ringing InCall CalleeOnHold CallerOnHold OnHold OnHoldInactive',
  'TransferRequested Transferring TransferCompleted TransferFailed CallerHungUp CalleeHungUp',
  'Redirected NotFound Busy Cancelled NotAnswered Error Aborted',
]
  .join(' ')
  .split(' ')

test('every name of the table is read in every spelling, and by its number', () => {
  expect(table).toHaveLength(22)
  for (const [number, name] of table.entries()) {
    const snake = name.replace(/\B[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
    const spellings = [name, name.toUpperCase(), name.toLowerCase(), snake, number, String(number)]
    for (const spelling of spellings) expect(parseState(spelling)).toBe(name)
  }
})

test('the words of the other lists are read', () => {
  const words = {
    IN_CALL: 'InCall',
    'in-call': 'InCall',
    'In Call': 'InCall',
    HOLD: 'OnHold',
    COMPLETED: 'Ended',
    Completed: 'Ended',
    REJECTED: 'Busy',
    NOT_FOUND: 'NotFound',
    Transferred: 'TransferCompleted',
    NoAnswer: 'NotAnswered',
    CallerHangUp: 'CallerHungUp',
    Calling: 'Setup',
    ANSWERED: 'InCall',
    ' RINGING ': 'Ringing',
  }
  for (const [word, state] of Object.entries(words)) expect(parseState(word)).toBe(state)
})

test('what nobody knows is no state', () => {
  const odd = [
    '',
    '22',
    22,
    -4,
    '-4',
    3.5,
    '1 2',
    'PARKED',
    '__proto__',
    'constructor',
    null,
    {},
    [],
  ]
  for (const raw of odd) expect(parseState(raw)).toBeUndefined()
})

test('no input makes the reading of a state throw', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (raw) => {
      const state = parseState(raw)
      expect(state === undefined || sessionStates.includes(state)).toBe(true)
    }),
  )
})

test('the helper is asked with every spelling, and each means the state again', () => {
  expect(spellingsOf('InCall')).toEqual(['INCALL', 'IN_CALL', 'InCall', 'ANSWERED', 4])
  expect(spellingsOf('OnHold')).toEqual(['ONHOLD', 'ON_HOLD', 'OnHold', 'HOLD', 7])
  for (const state of liveStates) {
    for (const word of spellingsOf(state)) expect(parseState(word)).toBe(state)
  }
})

test('the values of the script’s own lists are asked for as well', () => {
  const lists = [{ IN_CALL: 'x-talking', RINGING: 30 }, undefined, 'nonsense']
  expect(spellingsOf('InCall', lists)).toContain('x-talking')
  expect(spellingsOf('Ringing', lists)).toContain(30)
})

test('a live state is one that is not final', () => {
  expect(liveStates).toContain('TransferFailed')
  expect(liveStates).not.toContain('TransferCompleted')
  expect(liveStates).toHaveLength(12)
})
