import { expect, test } from 'vitest'
import { mayBeSame } from '@/domain/party.ts'
import { story } from '../../support/centre.ts'

test('a number that is known in part is that of whom the PBX names in full, and no other', () => {
  expect(mayBeSame('+3615550•••', '+3615550123')).toBe(true)
  expect(mayBeSame('+3615550•••2', '+3615550•••')).toBe(true)
  expect(mayBeSame('•••', '+3615550123')).toBe(true)
  expect(mayBeSame('+3615550•••', '+3615551123')).toBe(false)
  expect(mayBeSame('+3615550123', '+3615550124')).toBe(false)
  expect(mayBeSame('•••', '1001')).toBe(false)
})

test('a caller who was read from the records in part goes on waiting when the PBX names him', () => {
  const { centre } = story()
    .open(0, 'a', '+3615550•••>5000', 'Ringing', 'InCall')
    .change(30, 'a', { caller: '+3615550123', state: 'Transferring' })
    .open(30, 'b', '+3615550123>1001', { masterId: 'a' }, 'Ringing')
    .to(40, 'b', 'InCall')
    .to(40, 'a', 'TransferCompleted')
    .to(90, 'b', 'CallerHungUp')
    .until(100)
  const { offered, answered, flowedOut, averageSpeedOfAnswer } = centre.figures('queue:5000')
  expect({ offered, answered, flowedOut, averageSpeedOfAnswer }).toEqual({
    ...{ offered: 1, answered: 1, flowedOut: 0 },
    averageSpeedOfAnswer: 40,
  })
})

test('two callers whose hidden numbers look alike stay two when both are lost', () => {
  const { centre } = story()
    .open(0, 'a', '+3615550•••>5000', 'InCall')
    .open(9, 'b', '+3615550•••>5000', 'InCall')
    .lose(10)
    .snapshot(40)
    .until(60)
  expect([...centre.calls()].map(({ id }) => id)).toEqual(['a', 'b'])
  expect(centre.figures('queue:5000')).toMatchObject({ offered: 2, lost: 2, flowedOut: 0 })
})

test('two callers of whose numbers the same digits are known are not taken for one', () => {
  const { centre } = story()
    .open(0, 'a', '+3615550•••>5000', 'Ringing', 'InCall')
    .to(10, 'a', 'TransferRequested')
    .open(11, 'b', '+3615550•••>5001', 'Ringing', 'InCall')
    .open(11, 'c', '+3615550•••>1001', 'Ringing')
    .to(12, 'a', 'Ended')
    .until(20)
  expect([...centre.calls()].map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([
    ['a'],
    ['b'],
    ['c'],
  ])
})
