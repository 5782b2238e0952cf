import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffMs, deniedBackOffMs } from '../../../src/pbx/backOff.ts'

test('the first retry comes within half a second', () => {
  expect(backOffMs(0, 0)).toBe(250)
  expect(backOffMs(0, 1)).toBe(500)
})

test('waits double up to 30 s and always have some chance in them', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => backOffMs(attempt, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ])
  const attempts = fc.integer({ min: 0, max: 1e9 })
  fc.assert(
    fc.property(attempts, fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const waitMs = backOffMs(attempt, random)
      expect(waitMs).toBeGreaterThanOrEqual(250)
      expect(waitMs).toBeLessThanOrEqual(30_000)
    }),
  )
})

test('who was refused twice waits half a minute or more', () => {
  expect(deniedBackOffMs(0)).toBe(30_000)
  expect(deniedBackOffMs(1)).toBe(60_000)
})
