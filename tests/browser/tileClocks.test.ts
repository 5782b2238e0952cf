import { expect, test } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useTileClocks } from '@/app/composables/useTileClocks.ts'

const ids = Array.from({ length: 200 }, (_, place) => `${1000 + place}`)

test('sixty clocks follow the time at once, the others frame by frame, and none runs ahead', async () => {
  const now = shallowRef(1_000)
  const scope = effectScope()
  const clocks = scope.run(() => ids.map(useTileClocks(() => now.value))) ?? []
  const shown = (): number[] => clocks.map((clock) => clock())
  expect(new Set(shown())).toEqual(new Set([1_000]))

  now.value = 2_000
  await nextTick()
  expect(shown().filter((at) => at === 2_000)).toHaveLength(60)
  expect(shown().filter((at) => at === 1_000)).toHaveLength(140)
  await expect.poll(() => new Set(shown())).toEqual(new Set([2_000]))

  now.value = 1_500
  await expect.poll(() => new Set(shown())).toEqual(new Set([1_500]))
  scope.stop()
})

test('a tile keeps its clock, however the tiles are ordered', () => {
  const scope = effectScope()
  const clockOf = scope.run(() => useTileClocks(() => 1_000))
  const before = ids.map((id) => clockOf?.(id))
  expect([...ids].reverse().map((id) => clockOf?.(id))).toEqual([...before].reverse())
  expect(new Set(before).size).toBe(4)
  scope.stop()
})
