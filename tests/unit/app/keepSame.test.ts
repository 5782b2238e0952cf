import { expect, test } from 'vitest'
import { keepSame } from '@/app/stores/keepSame.ts'

test('a list that says the same is the same list', () => {
  const before = [{ name: 'a', value: Number.NaN }]
  expect(keepSame(before, [{ name: 'a', value: Number.NaN }])).toBe(before)
})

test('of a list that has changed the items that have not are the same', () => {
  const before = [
    { name: 'a', value: 1 },
    { name: 'b', value: 2 },
  ]
  const after = keepSame(before, [
    { name: 'a', value: 1 },
    { name: 'b', value: 3 },
  ])
  expect(after[0]).toBe(before[0])
  expect(after).toEqual([
    { name: 'a', value: 1 },
    { name: 'b', value: 3 },
  ])
})

test.each([[[]], [[{ name: 'a' }, { name: 'b' }]]])('a list of another length is new', (after) => {
  const before = [{ name: 'a' }]
  expect(keepSame(before, after)).toEqual(after)
})
