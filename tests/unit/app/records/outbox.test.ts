import { expect, test } from 'vitest'
import { createOutbox } from '../../../../src/app/records/outbox.ts'
import { hasForgotten, hasFreshHole } from '../../../../src/app/records/storedDay.ts'
import { midnight, story } from '../../../support/centre.ts'

const at = (second: number): number => midnight + second * 1000

test('a call is reported when it has been as it is for 3 s, and again when it has changed', () => {
  const told = story().open(10, 'a', '+3615550101>5000', 'Ringing')
  const outbox = createOutbox()
  outbox.collect(told.until(12).centre, at(12))
  expect(outbox.next()?.calls).toEqual([])
  outbox.collect(told.until(14).centre, at(14))
  const report = outbox.next()!
  expect(report.calls).toMatchObject([{ id: 'a', isOver: false }])
  outbox.stored(report)
  expect(outbox.next()).toBeUndefined()

  told.to(20, 'a', 'InCall').to(30, 'a', 'CallerHungUp').until(40)
  outbox.collect(told.centre, at(40))
  expect(outbox.next()?.calls).toMatchObject([{ id: 'a', isOver: true }])
})

test('nothing is claimed to be covered of which a call is held back', () => {
  const told = story().open(10, 'a', '+3615550101>5000', 'Ringing').until(12)
  const outbox = createOutbox()
  outbox.collect(told.centre, at(12))
  expect(outbox.next()?.covered).toEqual([[at(0), at(10)]])
})

test('what the server did not take is told again, a hundred calls at a time, and the coverage last', () => {
  const told = story()
  for (let call = 0; call < 150; call++) told.open(call, `c${call}`, '+3615550101>5000', 'InCall')
  told.until(200)
  const outbox = createOutbox()
  outbox.collect(told.centre, at(200))
  const first = outbox.next()!
  expect([first.calls.length, first.covered]).toEqual([100, []])
  expect(outbox.next()).toEqual(first)
  outbox.stored(first)
  const second = outbox.next()!
  expect([second.calls.length, second.covered]).toEqual([50, [[at(0), at(200)]]])
  outbox.stored(second)
  expect(outbox.next()).toBeUndefined()
  expect(outbox.told()).toEqual([[at(0), at(200)]])
})

test('a wall that is not connected claims nothing for the time since', () => {
  const told = story().lose(50).until(100)
  const outbox = createOutbox()
  outbox.collect(told.centre, at(100))
  expect(outbox.next()?.covered).toEqual([[at(0), at(50)]])
})

test('a server that misses what it was told has forgotten; the day before does not count', () => {
  expect(hasForgotten([[0, 50]], [[10, 40]], 0)).toBe(false)
  expect(
    hasForgotten(
      [
        [0, 20],
        [20, 50],
      ],
      [[10, 40]],
      0,
    ),
  ).toBe(false)
  expect(hasForgotten([[30, 50]], [[10, 40]], 0)).toBe(true)
  expect(hasForgotten([[30, 50]], [[10, 40]], 30)).toBe(false)
  expect(hasForgotten([], [], 0)).toBe(false)
})

test('a hole is fresh when another wall watched until shortly before this one did', () => {
  const minute = 60_000
  expect(hasFreshHole([[0, 9 * minute]], 10 * minute)).toBe(true)
  expect(hasFreshHole([[0, 10 * minute]], 10 * minute)).toBe(false)
  expect(hasFreshHole([[0, minute]], 60 * minute)).toBe(false)
  expect(hasFreshHole([], 10 * minute)).toBe(false)
  expect(hasFreshHole([[0, minute]], undefined)).toBe(false)
})
