import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createZone } from '../../../src/domain/zone.ts'

const budapest = createZone('Europe/Budapest')
const hour = 3_600_000

test('a day begins at local midnight, or when the site says', () => {
  const at = Date.parse('2026-11-21T09:15:00+01:00')
  expect(budapest.toIso(budapest.dayStart(at, 0))).toBe('2026-11-21T00:00:00+01:00')
  expect(budapest.toIso(budapest.dayStart(at, 360))).toBe('2026-11-21T06:00:00+01:00')
  expect(budapest.toIso(budapest.dayStart(at, 600))).toBe('2026-11-20T10:00:00+01:00')
})

test('the days on which clocks change have 23 and 25 hours', () => {
  const length = (noon: string): number => {
    const start = budapest.dayStart(Date.parse(noon), 0)
    return (budapest.dayStart(start + 28 * hour, 0) - start) / hour
  }
  expect(length('2026-03-29T12:00:00+02:00')).toBe(23)
  expect(length('2026-10-25T12:00:00+01:00')).toBe(25)
  expect(length('2026-11-21T12:00:00+01:00')).toBe(24)
})

test('a repeated hour has intervals of its own', () => {
  const summer = budapest.intervalStart(Date.parse('2026-10-25T02:40:00+02:00'), 30)
  const winter = budapest.intervalStart(Date.parse('2026-10-25T02:40:00+01:00'), 30)
  expect(budapest.toIso(summer)).toBe('2026-10-25T02:30:00+02:00')
  expect(budapest.toIso(winter)).toBe('2026-10-25T02:30:00+01:00')
  expect(winter - summer).toBe(hour)
})

test('a day that would begin in the hour that is skipped begins when clocks have jumped', () => {
  const start = budapest.dayStart(Date.parse('2026-03-29T12:00:00+02:00'), 150)
  expect(budapest.toIso(start)).toBe('2026-03-29T03:30:00+02:00')
})

test('zones with quarter hours have intervals at their own full and half hours', () => {
  const chatham = createZone('Pacific/Chatham')
  const start = chatham.intervalStart(Date.parse('2026-11-21T00:00:00Z'), 30)
  expect(chatham.toIso(start)).toBe('2026-11-21T13:30:00+13:45')
})

test('every moment lies in its day and in its interval, in any zone', () => {
  const zones = ['UTC', 'Europe/Budapest', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'].map(
    createZone,
  )
  const moment = fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2035, 0) })
  fc.assert(
    fc.property(
      moment,
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 47 }),
      (at, zone, half) => {
        const day = zone.dayStart(at, half * 30)
        const interval = zone.intervalStart(at, 30)
        expect(day).toBeLessThanOrEqual(at)
        expect(at - day).toBeLessThan(26 * hour)
        expect(interval).toBeLessThanOrEqual(at)
        expect(at - interval).toBeLessThan(hour / 2)
        expect(zone.intervalStart(interval, 30)).toBe(interval)
      },
    ),
    { numRuns: 500 },
  )
})

test('an unknown zone is refused', () => {
  expect(() => createZone('Mars/Olympus')).toThrow(RangeError)
})
