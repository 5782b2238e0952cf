import { expect, test } from 'vitest'
import { tableOf } from '../../bench/run/table.ts'

test('numbers stand at the right, words at the left, each column as wide as it must be', () => {
  const table = tableOf(
    ['page', 'ms'],
    [
      ['wall', 1234.5],
      ['the limit', 7.123],
    ],
  )
  expect(table.split('\n')).toEqual(['page         ms', 'wall       1235', 'the limit  7.12'])
})

test('what was not measured is a dash, what never came is endless', () => {
  const table = tableOf(['a', 'b', 'c'], [[NaN, undefined, Infinity]])
  expect(table.split('\n')[1]).toBe('–  –  ∞')
})
