import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapsOf } from '@/app/stores/coverage.ts'
import type { Gap } from '@/app/stores/coverage.ts'

const minute = 60_000
const hour = 60 * minute

const coveredBut =
  (...missed: readonly Gap[]) =>
  (from: number, to: number): boolean =>
    missed.every((gap) => gap.to <= from || gap.from >= to)

test('a day without a gap has none, and so has one that has only begun', () => {
  expect(gapsOf(coveredBut(), 0, 8 * hour)).toEqual([])
  expect(gapsOf(coveredBut({ from: 0, to: hour }), 0, 0)).toEqual([])
})

test('a day that was missed is one gap', () => {
  expect(gapsOf(() => false, 0, 7 * hour + 1)).toEqual([{ from: 0, to: 7 * hour + 1 }])
})

test('gaps are found to the minute, and stay apart when something was seen between them', () => {
  const missed = [
    { from: 0, to: 9 * hour + 30_000 },
    { from: 11 * hour, to: 11 * hour + 5000 },
  ]
  expect(gapsOf(coveredBut(...missed), 0, 12 * hour)).toEqual([
    { from: 0, to: 9 * hour + minute },
    { from: 11 * hour, to: 11 * hour + minute },
  ])
})

test('whatever was missed lies in a gap, and gaps are in order', () => {
  const day = fc.integer({ min: 0, max: 24 * hour })
  fc.assert(
    fc.property(fc.array(fc.tuple(day, day), { maxLength: 5 }), day, (ends, to) => {
      const missed = ends.map(([one, other]) => {
        return { from: Math.min(one, other), to: Math.max(one, other) + 1 }
      })
      const gaps = gapsOf(coveredBut(...missed), 0, to)
      for (const { from, to: until } of missed) {
        if (from >= to) continue
        const around = gaps.find((gap) => gap.from <= from && gap.to >= Math.min(until, to))
        expect(around).toBeDefined()
      }
      for (const [index, gap] of gaps.entries()) {
        expect(gap.from).toBeLessThan(gap.to)
        expect(gap.from).toBeGreaterThan(gaps[index - 1]?.to ?? -1)
      }
    }),
  )
})
