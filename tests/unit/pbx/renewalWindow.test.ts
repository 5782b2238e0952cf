import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renewalWindow } from '../../../src/pbx/renewalWindow.ts'

test('the window of a day begins in its last tenth and ends 29 minutes before its end', () => {
  const day = 86_400_000
  expect(renewalWindow(day, day, 0)).toEqual({ from: day * 0.9, latest: day - 1_728_000 })
})

test('the window of a minute leaves three seconds', () => {
  expect(renewalWindow(60_000, 60_000, 0)).toEqual({ from: 54_000, latest: 57_000 })
})

test('every window lies within the last tenth, in order, for any life and any random', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 10 ** 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (lifetimeMs, random) => {
        const { from, latest } = renewalWindow(lifetimeMs, lifetimeMs, random)
        expect(from).toBeGreaterThanOrEqual(Math.floor(lifetimeMs * 0.9))
        expect(latest).toBeGreaterThan(from)
        expect(latest).toBeLessThan(lifetimeMs)
      },
    ),
  )
})
