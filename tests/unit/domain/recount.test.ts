import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from '../../support/compareFigures.ts'
import { randomDay } from '../../support/randomDay.ts'
import type { Day } from '../../support/randomDay.ts'
import { recount } from '../../support/reference.ts'
import { dayStartOf, endOf, tell } from '../../support/tellDay.ts'

const hourMs = 3_600_000

/** The figures of the day of the first call, and of the one that `now` (epoch ms) is in, against the recount. */
function disagreements({ settings, events, minutes }: Day, now: number): readonly string[] {
  const centre = tell(settings, events, now)
  const reference = recount(settings, events, now)
  const days = new Set([dayStartOf(settings, events[1]!.at), dayStartOf(settings, now)])
  return [...days].flatMap((day) => differences(settings, centre, reference, day, minutes))
}

test('every figure of a day equals the recount of its events', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(randomDay({ hasMasters: true, maxCalls: 6 }), (day) => {
      expect(disagreements(day, endOf(day) + hourMs)).toEqual([])
    }),
    { numRuns: 120 },
  )
})

test('without master ids every figure still equals the recount', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(randomDay({ hasMasters: false, maxCalls: 6 }), (day) => {
      expect(disagreements(day, endOf(day) + hourMs)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('at every moment of a day every figure equals the recount so far', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      randomDay({ hasMasters: true, maxCalls: 6 }),
      fc.nat(),
      fc.constantFrom(0, 1, 1_000, 2_999, 3_000, 10_000, 30_000),
      (day, index, afterMs) => {
        const { at } = day.events[1 + (index % (day.events.length - 1))]!
        expect(disagreements(day, at + afterMs)).toEqual([])
      },
    ),
    { numRuns: 120 },
  )
})
