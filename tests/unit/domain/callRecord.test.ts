import { expect, test } from 'vitest'
import { isFuller } from '../../../src/domain/callRecord.ts'
import type { CallRecord } from '../../../src/domain/callRecord.ts'
import { begun, over, record, second } from '../../support/callRecords.ts'

test.each<[string, CallRecord, CallRecord]>([
  ['seen from the start', begun, { ...over, isFromStart: false }],
  ['with an end', over, begun],
  ['of more sessions', { ...begun, sessions: [...begun.sessions, second] }, begun],
  [
    'with fewer steps that nobody saw',
    record([{ at: 1_000, state: 'InCall' }]),
    record([
      { at: 1_000, state: 'Setup' },
      { at: 8_000, state: 'InCall', how: 'found' },
    ]),
  ],
  ['with newer news', record([{ at: 1_000 }, { at: 2_000, state: 'InCall' }]), begun],
  [
    'with the newer of two unseen ends',
    record([{ at: 1_000 }, { at: 9_000, how: 'lost' }]),
    record([{ at: 1_000 }, { at: 5_000, how: 'lost' }]),
  ],
  [
    'with the end of a session that the other one, of newer news, has not seen end',
    record([{ at: 1_000 }, { at: 1_000, session: 1 }, { at: 4_000, session: 1, state: 'Busy' }], {
      sessions: [...begun.sessions, second],
    }),
    record(
      [
        { at: 1_000 },
        { at: 1_000, session: 1 },
        { at: 3_000, session: 1, how: 'lost' },
        { at: 9_000, how: 'found', state: 'InCall' },
      ],
      { sessions: [...begun.sessions, second] },
    ),
  ],
  [
    'with more steps',
    record([{ at: 1_000 }, { at: 5_000, state: 'OnHold' }, { at: 9_000, state: 'CallerHungUp' }], {
      isOver: true,
    }),
    over,
  ],
  [
    'found earlier',
    { ...record([{ at: 1_000, how: 'found', state: 'InCall' }]), isFromStart: false },
    { ...record([{ at: 2_000, how: 'found', state: 'InCall' }]), isFromStart: false },
  ],
])('a record %s is fuller', (_name, fuller, other) => {
  expect([isFuller(fuller, other), isFuller(other, fuller)]).toEqual([true, false])
})

test('of two records of a call that is over, newer news do not count', () => {
  const later = { ...over, steps: over.steps.map((step) => ({ ...step, at: step.at + 50 })) }
  expect([isFuller(later, over), isFuller(over, later)]).toEqual([false, false])
})
