import { expect, test } from 'vitest'
import { runs } from '../../support/fuzz/runs.ts'

test('a hundred thousand inputs are tried in all', () => {
  const total = Object.values(runs).reduce<number>((sum, count) => sum + count, 0)
  expect(total).toBeGreaterThanOrEqual(100_000)
})
