import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minimumTextPx } from '@/app/composables/minimumText.ts'

const unmeasured = { diagonalInches: null, viewingDistanceMetres: null }
const length = fc.integer({ min: 100, max: 8000 })

test.each([
  [1920, 1080, 24],
  [3840, 2160, 48],
  [1366, 768, 17.07],
  [1080, 1920, 24],
])(
  'on a screen of %i x %i that nobody has measured letters have at least %d px',
  (width, height, px) => {
    expect(minimumTextPx(unmeasured, { width, height })).toBeCloseTo(px, 2)
  },
)

test.each([
  [55, null],
  [null, 6],
])(
  'a diagonal of %s inches with a distance of %s metres is not measured',
  (diagonalInches, viewingDistanceMetres) => {
    const screen = { diagonalInches, viewingDistanceMetres }
    expect(minimumTextPx(screen, { width: 1920, height: 1080 })).toBe(24)
  },
)

test('a letter is as high as the distance divided by 250: 24 mm at six metres, of the 685 mm of a 55 inch screen', () => {
  const screen = { diagonalInches: 55, viewingDistanceMetres: 6 }
  expect(minimumTextPx(screen, { width: 1920, height: 1080 })).toBeCloseTo((24 / 684.9) * 1080, 1)
})

test('a screen on its side has the same letters as one that stands', () => {
  const screens = fc.record({
    diagonalInches: fc.double({ min: 10, max: 120, noNaN: true }),
    viewingDistanceMetres: fc.double({ min: 0.5, max: 20, noNaN: true }),
  })
  fc.assert(
    fc.property(screens, length, length, (screen, width, height) => {
      expect(minimumTextPx(screen, { width, height })).toBe(
        minimumTextPx(screen, { width: height, height: width }),
      )
    }),
  )
})

test('who sits twice as far away needs letters of twice the size', () => {
  const near = minimumTextPx(
    { diagonalInches: 40, viewingDistanceMetres: 3 },
    { width: 1920, height: 1080 },
  )
  const far = minimumTextPx(
    { diagonalInches: 40, viewingDistanceMetres: 6 },
    { width: 1920, height: 1080 },
  )
  expect(far).toBeCloseTo(2 * near)
})
