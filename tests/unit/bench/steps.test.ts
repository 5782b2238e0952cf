import { expect, test } from 'vitest'
import { atPace } from '../../bench/events/pace.ts'
import type { Step } from '../../bench/events/steps.ts'
import { middleOf } from '../../bench/run/middle.ts'
import { createFloor } from '../../bench/run/floor.ts'

const step = (at: number): Step => ({ at, type: 'changed', id: String(at), state: 'INCALL' })

test('every second has exactly as many events, and what came at one moment still does', () => {
  const paced = atPace([1, 1, 3, 9, 9, 10].map(step), 3)
  expect(paced.map(({ at }) => Math.floor(at / 1000))).toEqual([0, 0, 0, 1, 1, 1])
  expect(paced[0]!.at).toBe(paced[1]!.at)
  expect(paced[3]!.at).toBe(paced[4]!.at)
})

test('the same floor has the same calls every time', () => {
  expect(createFloor(20, 20).steps(500, 20)).toEqual(createFloor(20, 20).steps(500, 20))
})

test('every state that a tile is said to take is a new one', () => {
  const states = new Map<string, string>()
  const changes = createFloor(20, 20)
    .steps(3_000, 20)
    .flatMap(({ tiles }) => tiles ?? [])
  for (const [extension, state] of changes) {
    expect(states.get(extension) ?? 'available').not.toBe(state)
    states.set(extension, state)
  }
  expect(new Set(changes.map(([, state]) => state))).toEqual(
    new Set(['ringing', 'dialing', 'talking', 'hold', 'available']),
  )
  expect(changes.length).toBeGreaterThan(500)
})

test('of several runs each figure has its own middle, and a run without one does not count', () => {
  const runs = [
    { p95: 10, busy: 0.5 },
    { p95: NaN, busy: 0.1 },
    { p95: 30, busy: 0.2 },
  ]
  expect(middleOf(runs)).toEqual({ p95: 10, busy: 0.2 })
})
