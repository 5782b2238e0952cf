import { expect, test } from 'vitest'
import { median, percentile } from '../../bench/median.ts'

test('the middle one of an odd number is the middle one, of an even number the lower', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([9, 1, 5, 7])).toBe(5)
})

test('a percentile is a value that was measured, whatever their order', () => {
  const values = Array.from({ length: 100 }, (_, place) => 100 - place)
  expect(percentile(values, 0.95)).toBe(95)
  expect(percentile(values, 0.99)).toBe(99)
  expect(percentile([3], 0.99)).toBe(3)
})

test('of nothing there is no percentile', () => {
  expect(percentile([], 0.95)).toBeNaN()
})

test('numbers are in the order of numbers, not of words', () => {
  expect(median([100, 20, 3])).toBe(20)
})
