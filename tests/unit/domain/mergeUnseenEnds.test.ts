import { expect, test } from 'vitest'
import { mergeRecords } from '../../../src/domain/mergeRecords.ts'
import { begun, record, second, third } from '../../support/callRecords.ts'

test('a session whose connection was lost in the moment of its last news, and that is gone then, was lost', () => {
  const own = record([
    { at: 1_000, state: 'Setup' },
    { at: 1_000, how: 'lost' },
  ])
  const [merged] = mergeRecords([begun], { records: [own], since: 9_000 })
  expect(merged?.steps).toEqual(own.steps)
})

test('an unseen end gives way to a wall that saw the end, or that sees the session alive', () => {
  const lost = record([
    { at: 1_000, state: 'Setup' },
    { at: 4_000, how: 'lost' },
  ])
  const ended = record(
    [
      { at: 3_000, how: 'found', state: 'InCall' },
      { at: 6_000, state: 'CallerHungUp' },
    ],
    { isFromStart: false, isOver: true },
  )
  const alive = record([{ at: 3_000, how: 'found', state: 'InCall' }], { isFromStart: false })
  expect(mergeRecords([lost], { records: [ended], since: 3_000 })).toMatchObject([
    { isOver: true, steps: [{ at: 1_000 }, { at: 3_000 }, { at: 6_000, state: 'CallerHungUp' }] },
  ])
  expect(mergeRecords([lost], { records: [alive], since: 3_000 })).toMatchObject([
    { isOver: false, steps: [{ at: 1_000 }, { at: 3_000, how: 'found' }] },
  ])
})

test('an end that was only looked up gives way to a wall that sees the call go on', () => {
  const looked = record(
    [
      { at: 1_000, state: 'Setup' },
      { at: 1_000, how: 'found', state: 'TransferCompleted' },
    ],
    { isOver: true },
  )
  const own = record(
    [
      { at: 3_000, how: 'found', state: 'InCall' },
      { at: 5_000, session: 1, state: 'Ringing' },
      { at: 6_000, session: 1, state: 'InCall' },
      { at: 6_000, state: 'TransferCompleted' },
    ],
    { sessions: [...begun.sessions, second], isFromStart: false },
  )
  const [merged] = mergeRecords([looked], { records: [own], since: 3_000 })
  expect(merged).toMatchObject({ isFromStart: true, isOver: false })
  expect(merged?.steps.map(({ at, session }) => [at, session])).toEqual([
    [1_000, 0],
    [3_000, 0],
    [5_000, 1],
    [6_000, 1],
    [6_000, 0],
  ])
})

test('a session that nobody sees any more was lost when whoever told of it stopped watching', () => {
  const covered = [
    [0, 5_000],
    [8_000, 9_000],
  ] as const
  const [lost] = mergeRecords([begun], { records: [], since: 20_000, covered })
  expect(lost?.steps.slice(-1)).toEqual([{ session: 0, at: 5_000, how: 'lost' }])
})

test('what a wall takes for two calls goes on in the one that is stored', () => {
  const stored = record([{ at: 1_000 }, { at: 2_000, session: 1 }], {
    sessions: [...begun.sessions, { ...third, masterId: 'b' }],
  })
  const one = record([{ at: 1_000 }, { at: 4_000, state: 'CallerHungUp' }], { isOver: true })
  const other = record(
    [
      { at: 3_000, how: 'found' },
      { at: 5_000, state: 'InCall' },
    ],
    {
      sessions: [{ ...third, masterId: 'b' }],
      isFromStart: false,
    },
  )
  const merged = mergeRecords([stored], { records: [one, other], since: 3_000 })
  expect(merged).toHaveLength(1)
  expect(merged[0]?.steps.map(({ session, at }) => [session, at])).toEqual([
    [0, 1_000],
    [1, 2_000],
    [1, 3_000],
    [0, 4_000],
    [1, 5_000],
  ])
})
