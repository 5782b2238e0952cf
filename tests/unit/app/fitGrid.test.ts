import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitGrid } from '@/app/composables/fitGrid.ts'
import { layoutOf } from '@/app/composables/fitGridTiles.ts'
import { fitPages } from '@/app/composables/fitPages.ts'
import { tileChoices } from '@/app/composables/tileChoices.ts'

const count = fc.integer({ min: 0, max: 300 })
const length = fc.double({ min: 1, max: 4000, noNaN: true })
const ratio = fc.double({ min: 0.2, max: 5, noNaN: true })

test('the grid holds every tile and never leaves its box', () => {
  fc.assert(
    fc.property(count, length, length, ratio, (tiles, width, height, shape) => {
      const fit = fitGrid(tiles, width, height, shape)
      expect(fit.columns * fit.rows).toBeGreaterThanOrEqual(tiles)
      expect(fit.columns * fit.tileWidth).toBeLessThanOrEqual(width * (1 + 1e-9))
      expect(fit.rows * fit.tileHeight).toBeLessThanOrEqual(height * (1 + 1e-9))
    }),
  )
})

test('no other number of columns gives larger tiles', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      length,
      length,
      ratio,
      (tiles, width, height, shape) => {
        const { scale } = fitGrid(tiles, width, height, shape)
        for (let columns = 1; columns <= tiles; columns++) {
          const rows = Math.ceil(tiles / columns)
          expect(Math.min(width / columns / shape, height / rows)).toBeLessThanOrEqual(scale)
        }
      },
    ),
  )
})

test('of two equally good grids the one with fewer empty places is taken', () => {
  const fit = fitGrid(4, 100, 100, 1)
  expect([fit.columns, fit.rows]).toEqual([2, 2])
})

test('tiles with their gaps stay in the box, whatever its size', () => {
  fc.assert(
    fc.property(
      count,
      length,
      length,
      fc.integer({ min: 8, max: 40 }),
      fc.constantFrom('full' as const, 'compact' as const, 'line' as const),
      (tiles, width, height, rem, variant) => {
        const fit = layoutOf(variant, tiles, width, height, rem)
        expect(fit.tileWidth).toBeGreaterThanOrEqual(0)
        const used = (places: number, size: number): number =>
          places * size + (places - 1) * fit.gap
        if (fit.tileWidth > 0)
          expect(used(fit.columns, fit.tileWidth)).toBeLessThanOrEqual(width + 0.01)
        if (fit.tileHeight > 0)
          expect(used(fit.rows, fit.tileHeight)).toBeLessThanOrEqual(height + 0.01)
      },
    ),
  )
})

test.each([
  [12, 'full', 1],
  [20, 'full', 1],
  [24, 'compact', 1],
  [60, 'line', 1],
  [240, 'line', 4],
] as const)('%i tiles at 1080p are %s ones on %i pages', (tiles, variant, pages) => {
  const fit = fitPages(tiles, 24, tileChoices(1411, 716, 16))
  expect([fit.layout.variant, fit.pages]).toEqual([variant, pages])
})

test('twenty names can be read from ten metres on a 55 inch screen at 1080p', () => {
  expect(layoutOf('full', 20, 1392, 716, 16).textSize * 1.45).toBeGreaterThanOrEqual(32)
})
