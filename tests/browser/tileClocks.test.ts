import { expect, test } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useTileClocks } from '@/app/composables/useTileClocks.ts'

const ids = Array.from({ length: 200 }, (_, place) => `${1000 + place}`)

test('sixty clocks follow the time at once, the others frame by frame, and none runs ahead', async () => {
  const now = shallowRef(1_000)
  const scope = effectScope()
  const clocks =
    scope.run(() => ids.map(useTileClocks({ now: () => now.value, drawn: () => undefined }))) ?? []
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

test('where a frame is drawn for a call, sixty more clocks go on in it', async () => {
  const now = shallowRef(1_000)
  const drawn = shallowRef({})
  const scope = effectScope()
  const clocks =
    scope.run(() => ids.map(useTileClocks({ now: () => now.value, drawn: () => drawn.value }))) ??
    []
  const upToDate = (): number => clocks.filter((clock) => clock() === now.value).length

  now.value = 2_000
  for (const expected of [120, 180, 200]) {
    drawn.value = {}
    await nextTick()
    expect(upToDate()).toBe(expected)
  }
  drawn.value = {}
  await nextTick()
  expect(upToDate()).toBe(200)
  scope.stop()
})

test('a tile keeps its clock, however the tiles are ordered', () => {
  const scope = effectScope()
  const clockOf = scope.run(() => useTileClocks({ now: () => 1_000, drawn: () => undefined }))
  const before = ids.map((id) => clockOf?.(id))
  expect([...ids].reverse().map((id) => clockOf?.(id))).toEqual([...before].reverse())
  expect(new Set(before).size).toBe(4)
  scope.stop()
})
