import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitPages, seenEveryMs, shortestDwellMs } from '@/app/composables/fitPages.ts'
import type { TileChoice } from '@/app/composables/fitPages.ts'

interface Drawn {
  readonly name: string
  readonly textSize: number
}

/** Tiles that share a room: `room` is what one tile takes of it, by its em. */
const tiles = (name: string, room: number, smallestText = 1): TileChoice<Drawn> => ({
  smallestText,
  lay: (count) => ({ name, textSize: room / count }),
})

const full = tiles('full', 480)
const compact = tiles('compact', 960)

test('few tiles get one page and say everything', () => {
  const fit = fitPages(12, 24, [full, compact])
  expect(fit).toMatchObject({ layout: { name: 'full', textSize: 40 }, pages: 1, perPage: 12 })
  expect(fit.outOfSightMs).toBe(0)
})

test('tiles say less before they need a second page', () => {
  expect(fitPages(40, 24, [full, compact])).toMatchObject({
    layout: { name: 'compact' },
    pages: 1,
    perPage: 40,
  })
})

test('pages hold as many tiles as each other, so that the last one is not nearly empty', () => {
  expect(fitPages(42, 24, [full, compact])).toMatchObject({ pages: 2, perPage: 21 })
})

test('with the same number of pages the tiles say more', () => {
  const fit = fitPages(60, 24, [tiles('full', 720), tiles('compact', 960)])
  expect(fit).toMatchObject({ layout: { name: 'full' }, pages: 2, perPage: 30 })
})

test('a choice is measured by its smallest letters', () => {
  const fit = fitPages(20, 24, [tiles('full', 480, 0.9), compact])
  expect(fit.layout.name).toBe('compact')
})

test.each([
  [80, 2, 7500],
  [120, 3, 5000],
  [160, 4, 3750],
  [200, 5, 3000],
])('%i tiles take %i pages of %i ms: a round lasts 15 s', (count, pages, dwellMs) => {
  const fit = fitPages(count, 24, [full, compact])
  expect(fit).toMatchObject({ pages, dwellMs, outOfSightMs: seenEveryMs })
})

test('when a round cannot be that short, it says how long it takes', () => {
  const fit = fitPages(240, 24, [full, compact])
  expect(fit).toMatchObject({ pages: 6, dwellMs: shortestDwellMs, outOfSightMs: 18_000 })
})

test('a tile that fits on no page is alone on it, as large as it gets', () => {
  const fit = fitPages(3, 2000, [full, compact])
  expect(fit).toMatchObject({ layout: { name: 'compact', textSize: 960 }, pages: 3, perPage: 1 })
})

test('nobody to show is one empty page', () => {
  expect(fitPages(0, 24, [full])).toMatchObject({ pages: 1, outOfSightMs: 0 })
})

test('every page can be read unless a single tile could not, and no other way needs fewer pages', () => {
  const room = fc.integer({ min: 1, max: 4000 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 100 }),
      room,
      room,
      (count, minimum, one, other) => {
        const fit = fitPages(count, minimum, [tiles('full', one), tiles('compact', other)])
        const most = Math.floor(Math.max(one, other) / minimum)
        expect(fit.pages).toBe(Math.ceil(count / Math.max(1, Math.min(count, fit.perPage))))
        expect(fit.pages * fit.perPage).toBeGreaterThanOrEqual(count)
        if (most >= 1) {
          expect(fit.layout.textSize).toBeGreaterThanOrEqual(minimum)
          expect(fit.pages).toBe(Math.ceil(count / most))
        } else {
          expect(fit.perPage).toBe(1)
        }
      },
    ),
  )
})
