import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockPlaceAt, shiftAt, untilNextMinute } from '@/app/composables/burnIn.ts'

const minute = 60_000
const minutes = Array.from({ length: 16 }, (_, index) => index * minute)
const moment = fc.double({ min: 0, max: 1e12, noNaN: true })

test('the picture moves every minute, by one px at a time', () => {
  for (const now of minutes) {
    const [here, there] = [shiftAt(now), shiftAt(now + minute)]
    expect(Math.abs(here.x - there.x) + Math.abs(here.y - there.y)).toBe(1)
  }
})

test('the picture never moves by more than two px', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const { x, y } = shiftAt(now)
      expect([0, 1, 2]).toContain(x)
      expect([0, 1, 2]).toContain(y)
    }),
  )
})

test('it moves at the minute, not between two', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const rest = untilNextMinute(now)
      expect(rest).toBeGreaterThan(0)
      expect(rest).toBeLessThanOrEqual(minute)
      expect(shiftAt(now + rest / 2)).toEqual(shiftAt(now))
    }),
  )
})

test('the closed clock wanders within its room', () => {
  const places = minutes.map(clockPlaceAt)
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(8)
  for (const { x, y } of places) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(1)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(1)
  }
})
