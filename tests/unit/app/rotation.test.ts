import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useRotation } from '@/app/composables/useRotation.ts'
import { readRotation } from '@/app/pages/rotation.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test.each([
  ['support,sales', ['support', 'sales']],
  [' support , ,sales,', ['support', 'sales']],
  ['support,sales,support', ['support', 'sales', 'support']],
  [',', ['']],
])('"%s" are the walls %j', (teams, ids) => {
  expect(readRotation(teams, undefined).ids).toEqual(ids)
})

test.each([
  [undefined, 30],
  ['45', 45],
  ['1', 5],
  ['99999', 3600],
  ['soon', 30],
  ['', 30],
  [['10', '20'], 30],
])('every=%s lasts %i s', (every, seconds) => {
  expect(readRotation('support', every).everySeconds).toBe(seconds)
})

const rotate = (
  count: number,
): ReturnType<typeof useRotation> & {
  isPaused: ReturnType<typeof shallowRef<boolean>>
  count: ReturnType<typeof shallowRef<number>>
  stop: () => void
} => {
  const scope = effectScope()
  const isPaused = shallowRef(false)
  const places = shallowRef(count)
  const rotation = scope.run(() =>
    useRotation({
      count: () => places.value,
      everyMs: () => 30_000,
      isPaused: () => isPaused.value,
    }),
  )!
  return { ...rotation, isPaused, count: places, stop: () => scope.stop() }
}

test('each wall has its time, and after the last comes the first', async () => {
  const { place, stop } = rotate(2)
  await vi.advanceTimersByTimeAsync(29_999)
  expect(place.value).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(place.value).toBe(1)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(place.value).toBe(0)
  stop()
})

test('a wall that somebody turned to has its whole time', async () => {
  const { place, turn, stop } = rotate(3)
  await vi.advanceTimersByTimeAsync(20_000)
  turn(-1)
  await vi.advanceTimersByTimeAsync(29_999)
  expect(place.value).toBe(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(place.value).toBe(0)
  stop()
})

test('a paused rotation stays until it goes on', async () => {
  const { place, isPaused, stop } = rotate(2)
  isPaused.value = true
  await nextTick()
  await vi.advanceTimersByTimeAsync(100_000)
  expect(place.value).toBe(0)
  isPaused.value = false
  await nextTick()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(place.value).toBe(1)
  stop()
})

test('a place that is gone gives way to the first', async () => {
  const { place, turn, count, stop } = rotate(3)
  turn(-1)
  count.value = 2
  await nextTick()
  expect(place.value).toBe(0)
  stop()
})

test('nothing is left running when it is stopped, or when there is one wall alone', async () => {
  const { stop } = rotate(2)
  stop()
  expect(vi.getTimerCount()).toBe(0)
  const one = rotate(1)
  await nextTick()
  expect(vi.getTimerCount()).toBe(0)
  one.stop()
})
