import { expect, test } from 'vitest'
import { soakDomain } from '../../soak/domainSoak.ts'
import type { SoakedDay } from '../../soak/domainSoak.ts'

const usual = { timeZone: 'Europe/Budapest', agents: 12, seed: 11, tickMs: 60_000 }

/** Days as a person would check them: how long they were, and what is wrong with them. */
const short = ({ day, hours, differences }: SoakedDay): readonly unknown[] => [
  day,
  hours,
  differences,
]

test.each([
  ['the night that loses an hour, and the end of a month', '2026-03-28', [24, 23, 24, 24]],
  ['the night that has an hour twice', '2026-10-24', [24, 25]],
])('every figure is right over %s, with a line that is lost every hour', (_case, first, hours) => {
  const days = [
    ...soakDomain({ ...usual, first, days: hours.length, callsPerDay: 80, hasGaps: true }),
  ]
  expect(days.map((day) => short(day).slice(1))).toEqual(hours.map((length) => [length, []]))
  for (const { compared } of days) expect(compared).toBeGreaterThan(600)
})

test('what a day leaves behind is gone a day later', () => {
  const days = [
    ...soakDomain({ ...usual, first: '2026-06-01', days: 3, callsPerDay: 200, hasGaps: false }),
  ]
  const heaps = days.map(({ heapMegabytes }) => heapMegabytes)
  expect(days.flatMap(({ differences }) => differences)).toEqual([])
  // The day before is kept, so that the second is the first whole one.
  expect(Math.max(...heaps.slice(2))).toBeLessThan(heaps[1]! * 1.05)
})
