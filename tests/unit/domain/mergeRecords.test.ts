import { expect, test } from 'vitest'
import type { RecordedStep } from '../../../src/domain/callRecord.ts'
import { mergeRecords } from '../../../src/domain/mergeRecords.ts'
import { begun, over, record, second, third } from '../../support/callRecords.ts'

test('the fuller of a stored and an own record is taken, and of equal ones the stored one', () => {
  const own = { ...over, outside: [] }
  expect(mergeRecords([over], { records: [own], since: 0 })).toEqual([over])
  expect(mergeRecords([begun], { records: [over], since: 0 })).toEqual([over])
  expect(mergeRecords([], { records: [over], since: 0 })).toEqual([over])
})

test('a wall that knows only the second session of a stored call knows the same call', () => {
  const stored = { ...over, sessions: [...over.sessions, second] }
  const own = record([{ at: 5_000, how: 'found' }], { sessions: [second], isFromStart: false })
  expect(mergeRecords([stored], { records: [own], since: 0 })).toEqual([stored])
})

test('an id that comes again after twelve hours is another call', () => {
  const today = record([{ at: 13 * 3_600_000, state: 'Setup' }])
  const merged = mergeRecords([over], { records: [today], since: 0 })
  expect(merged).toEqual([over, today])
})

test('a stored call that goes on continues with what the wall saw later, and with its sessions', () => {
  const own = record(
    [
      { at: 5_000, state: 'InCall', how: 'found' },
      { at: 6_000, state: 'Transferring' },
      { at: 6_000, session: 1, state: 'Ringing', turn: 1 },
    ],
    { sessions: [...begun.sessions, second], isFromStart: false, outside: ['+3615550102'] },
  )
  const [merged] = mergeRecords([begun], { records: [own], since: 5_000 })
  expect(merged).toMatchObject({
    isFromStart: true,
    sessions: [{ id: 'a' }, { id: 'b' }],
    outside: ['+3615550101', '+3615550102'],
    steps: [
      { session: 0, at: 1_000, state: 'Setup' },
      { session: 0, at: 5_000, state: 'InCall' },
      { session: 0, at: 6_000, state: 'Transferring' },
      { session: 1, at: 6_000, state: 'Ringing' },
    ],
  })
})

test('a wall that comes after an attended transfer takes two calls for one; the stored two stay two', () => {
  const customer = record(
    [
      { at: 1_000, state: 'InCall' },
      { at: 4_000, session: 1, state: 'InCall' },
      { at: 4_000, state: 'TransferCompleted' },
    ],
    {
      sessions: [
        { id: 'a', masterId: 'a', dialed: '5000' },
        { ...third, masterId: 'b' },
      ],
    },
  )
  const consultation = record([{ at: 2_000, state: 'InCall' }], {
    sessions: [{ ...second, masterId: 'b' }],
  })
  const own = record(
    [
      { at: 5_000, how: 'found', state: 'InCall' },
      { at: 5_000, session: 1, how: 'found', state: 'InCall' },
      { at: 6_000, session: 1, state: 'OnHold' },
      { at: 7_000, state: 'CallerHungUp' },
    ],
    { sessions: [...consultation.sessions, customer.sessions[1]!], isFromStart: false },
  )
  const merged = mergeRecords([customer, consultation], { records: [own], since: 5_000 })
  expect(merged.map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([['a', 'c'], ['b']])
  expect(merged.map(({ steps }) => steps.map(({ at }) => at))).toEqual([
    [1_000, 4_000, 4_000, 5_000, 6_000],
    [2_000, 5_000, 7_000],
  ])
})

test('a stored call that goes on and that a connected wall does not see was lost', () => {
  const [lost] = mergeRecords([begun], { records: [], since: 4_000 })
  expect(lost?.steps).toEqual([...begun.steps, { session: 0, at: 4_000, how: 'lost' }])
  expect(mergeRecords([begun], { records: [], since: undefined })).toEqual([begun])
  expect(mergeRecords([over], { records: [], since: 4_000 })).toEqual([over])
})

test('of a stored call that a connected wall knows in part, a session that it does not see was lost', () => {
  const stored = record(
    [
      { at: 1_000, state: 'InCall' },
      { at: 5_000, state: 'InCall', session: 1 },
      { at: 9_500, state: 'InCall', session: 2 },
    ],
    { sessions: [...begun.sessions, second, third] },
  )
  const own = record([
    { at: 1_000, state: 'InCall' },
    { at: 3_000, how: 'lost' },
  ])
  const [merged] = mergeRecords([stored], { records: [own], since: 9_000 })
  expect(merged?.steps.slice(-2)).toEqual([
    { session: 2, at: 9_500, how: 'seen', state: 'InCall' },
    { session: 1, at: 9_500, how: 'lost' },
  ])
})

test('what a connected wall knows to be over is over, though others saw it after the wall’s connection was lost', () => {
  const stored = record([
    { at: 1_000, state: 'Ringing' },
    { at: 6_000, state: 'InCall' },
  ])
  const lost = (at: number) =>
    record([
      { at: 1_000, state: 'Ringing' },
      { at, how: 'lost' },
    ])
  for (const at of [4_000, 6_000]) {
    const [merged] = mergeRecords([stored], { records: [lost(at)], since: 9_000 })
    expect(merged?.steps.slice(0, 2)).toEqual(stored.steps)
    expect(merged?.steps.slice(2).map(({ how }) => how)).toEqual(['lost'])
  }
})

test.each<[string, Partial<RecordedStep>]>([
  ['saw', { at: 6_000, state: 'TransferCompleted' }],
  ['lost', { at: 4_000, how: 'lost' }],
])(
  'an end that was looked up takes nothing from a wall that sees what followed, and %s that end itself',
  (_, end) => {
    const lookedUp = record(
      [
        { at: 1_000, state: 'InCall' },
        { at: 1_000, how: 'found', state: 'TransferCompleted' },
      ],
      { isOver: true },
    )
    const own = record(
      [
        { at: 1_000, state: 'InCall' },
        { at: 5_000, state: 'InCall', session: 1 },
        { at: 6_000, ...end },
      ],
      { sessions: [...begun.sessions, second] },
    )
    const [merged, ...others] = mergeRecords([lookedUp], { records: [own], since: 4_500 })
    expect(others).toEqual([])
    expect(merged).toMatchObject({ isOver: false, sessions: [{ id: 'a' }, { id: 'b' }] })
    expect(merged?.steps).toContainEqual(own.steps[1])
  },
)

test('the master that the PBX tells of a session is believed, where a list told none', () => {
  const listed = record([{ at: 1_000, state: 'Ringing' }], {
    ...{ isFromStart: false, sessions: [{ ...second, masterId: '' }] },
  })
  const own = record([{ at: 9_000, how: 'found', state: 'InCall' }], {
    ...{ isFromStart: false, sessions: [second] },
  })
  const [merged] = mergeRecords([listed], { records: [own], since: 9_000 })
  expect(merged?.sessions).toEqual([second])
})

test('a record that continues another one by its master is the same call, whoever stored it', () => {
  const queue = record([{ at: 1_000, how: 'found', state: 'TransferCompleted' }], { isOver: true })
  const agent = record([{ at: 6_000, state: 'InCall' }], { sessions: [second], isFromStart: false })
  const merged = mergeRecords([agent, queue], { records: [], since: undefined })
  expect(merged).toEqual([
    {
      ...queue,
      isOver: false,
      sessions: [...queue.sessions, second],
      steps: [...queue.steps, { ...agent.steps[0], session: 1 }],
    },
  ])
})

test('a session that somebody saw follow in a call does not join that call to its master', () => {
  const customer = record([{ at: 1_000 }, { at: 6_000, session: 1 }], {
    sessions: [
      { id: 'a', masterId: 'a', dialed: '5000' },
      { ...third, masterId: 'b' },
    ],
  })
  const consultation = record([{ at: 2_000 }], { sessions: [{ ...second, masterId: 'b' }] })
  const late = record([{ at: 7_000, how: 'found' }], {
    sessions: [{ ...third, masterId: 'b' }],
    isFromStart: false,
  })
  const merged = mergeRecords([customer, consultation, late], { records: [], since: undefined })
  expect(merged).toHaveLength(2)
  expect(merged).toContainEqual(consultation)
})

test('records of one master that nobody saw are one call; of another day they are not', () => {
  const one = record([{ at: 1_000 }], { sessions: [second] })
  const other = record([{ at: 2_000 }], { sessions: [third] })
  const tomorrow = record([{ at: 86_400_000 }], { sessions: [{ ...third, id: 'd' }] })
  const merged = mergeRecords([tomorrow, other, one], { records: [], since: undefined })
  expect(merged.map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([['d'], ['b', 'c']])
})
