import { expect, test } from 'vitest'
import { createSiteClock } from '@/app/siteClock.ts'

test('the clock goes on from what the server told, as fast as the steady clock', () => {
  let steady = 500
  const clock = createSiteClock(() => steady)
  clock.set({ now: 1_000_000, speed: 1 })
  steady += 2_500
  expect(clock.now()).toBe(1_002_500)
})

test('beside a fast emulator the clock is as fast as it', () => {
  let steady = 0
  const clock = createSiteClock(() => steady)
  clock.set({ now: 0, speed: 20 })
  steady = 1_000
  expect(clock.now()).toBe(20_000)
})

test('a later word of the server replaces the first, without the time between', () => {
  let steady = 0
  const clock = createSiteClock(() => steady)
  clock.set({ now: 0, speed: 20 })
  steady = 60_000
  clock.set({ now: 5_000, speed: 1 })
  steady = 61_000
  expect(clock.now()).toBe(6_000)
})

test('a word of the server that is a little behind does not set the clock back', () => {
  let steady = 0
  const clock = createSiteClock(() => steady)
  clock.set({ now: 1_000, speed: 1 })
  steady = 500
  expect(clock.now()).toBe(1_500)
  clock.set({ now: 1_496, speed: 1 })
  expect(clock.now()).toBe(1_500)
  steady = 510
  expect(clock.now()).toBe(1_506)
})
