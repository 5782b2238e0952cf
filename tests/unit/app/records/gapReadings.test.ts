import { expect, test } from 'vitest'
import { createGapReadings } from '../../../../src/app/records/gapReadings.ts'

/** When the day is read after a gap, seconds after its end; `holes`: whether there still is one at each of them. */
function readAt(holes: readonly boolean[]): readonly number[] {
  const gap = createGapReadings()
  const seconds = [0]
  for (const hasHole of holes) {
    const delayMs = gap.next(hasHole)
    if (delayMs === undefined) break
    seconds.push((seconds[seconds.length - 1] ?? 0) + delayMs / 1000)
  }
  return seconds
}

test('while others may tell what they saw of a gap the day is read twice as late each time, for a minute', () => {
  expect(readAt(Array.from({ length: 20 }, () => true))).toEqual([0, 4, 8, 16, 32, 64])
})

test('twice the day is read in any case: who came back just before has not told anything yet', () => {
  expect(readAt([false, false, false])).toEqual([0, 4, 8])
  expect(readAt([false, true, false])).toEqual([0, 4, 8])
  expect(readAt([true, true, false])).toEqual([0, 4, 8])
  expect(readAt([true, true, true, false])).toEqual([0, 4, 8, 16])
})
