import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDuration } from '@/app/components/duration.ts'
import { fitName } from '@/app/components/nameFit.ts'
import { createSiteTime } from '@/app/components/siteTime.ts'

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [61_000, '1:01'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [100 * 3_600_000, '100:00:00'],
  [-5000, '0:00'],
])('%d ms last %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})

test('site time is the site’s, not the machine’s', () => {
  const newYear = Date.UTC(2026, 11, 31, 23, 0)
  expect(createSiteTime('Europe/Budapest').time(newYear)).toBe('00:00')
  expect(createSiteTime('Europe/Budapest').date(newYear)).toBe('Fri 1 Jan')
  expect(createSiteTime('America/New_York').date(newYear)).toBe('Thu 31 Dec')
})

test('a name gets smaller, then a second line, before any of it is lost', () => {
  expect(fitName('Ana Ruiz', 9, 2)).toBe('oneLine')
  expect(fitName('Katalin Nagy-Kovács', 9, 2)).toBe('smaller')
  expect(fitName('Maximiliane von Hohenstein-Oettingen', 9, 2)).toBe('twoLines')
})

test('a name that has one line only is cut where it may not fit', () => {
  expect(fitName('Ana Ruiz', 9, 1)).toBe('oneLine')
  expect(fitName('Katalin Nagy-Kovács', 9, 1)).toBe('cut')
})

test('a longer name is never set larger', () => {
  const sizes = ['oneLine', 'smaller', 'twoLines']
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, more) => {
      expect(sizes.indexOf(fitName(name + more, 9, 2))).toBeGreaterThanOrEqual(
        sizes.indexOf(fitName(name, 9, 2)),
      )
    }),
  )
})
