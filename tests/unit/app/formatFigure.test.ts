import { expect, test } from 'vitest'
import { formatFigure } from '@/app/components/formatFigure.ts'
import type { FigureView } from '@/app/components/views.ts'

const written = (
  kind: FigureView['kind'],
  value: number | undefined,
  name = 'serviceLevel',
): string => {
  const { number, unit } = formatFigure({ kind, name, value })
  return number + unit
}

test.each([
  [0.7996, '79.9%'],
  [0.8, '80%'],
  [0.57, '57%'],
  [0.29, '29%'],
  [0.99999, '99.9%'],
  [1, '100%'],
  [0, '0%'],
  [2 / 3, '66.6%'],
])('a service level of %d is cut down to %s', (value, text) => {
  expect(written('ratio', value)).toBe(text)
})

test.each([
  [0.0389, '3.9%'],
  [0.0301, '3.1%'],
  [0.03, '3%'],
  [0.07, '7%'],
  [0.00001, '0.1%'],
  [0, '0%'],
])('an abandon rate of %d is cut up to %s', (value, text) => {
  expect(written('ratio', value, 'abandonRate')).toBe(text)
})

test('every whole percent is written as itself, both ways', () => {
  for (let percent = 0; percent <= 100; percent++) {
    expect(written('ratio', percent / 100)).toBe(`${percent}%`)
    expect(written('ratio', percent / 100, 'abandonRate')).toBe(`${percent}%`)
  }
})

test.each([
  [0, '0:00'],
  [19.9, '0:19'],
  [246, '4:06'],
  [3600, '1:00:00'],
])('%d seconds are written as %s', (value, text) => {
  expect(written('seconds', value)).toBe(text)
})

test('counts are grouped', () => {
  expect(written('count', 12345)).toBe('12,345')
})

test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s is a dash', (value) => {
  for (const kind of ['count', 'seconds', 'ratio'] as const) expect(written(kind, value)).toBe('—')
})
