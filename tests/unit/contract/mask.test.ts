import { expect, test } from 'vitest'
import { maskNumber, privacyOf } from '@/contract/mask.ts'
import type { Mask, Place } from '@/contract/mask.ts'

type Asked = readonly [mask: Mask | undefined, place: Place | undefined]

const privacy = (
  mask: Mask,
  place: Place,
  allowed: boolean,
  [askedMask, askedPlace]: Asked,
): string => {
  const config = { mask, place, allowSupervisorPlace: allowed, storeMasked: false }
  const result = privacyOf(config, { mask: askedMask, place: askedPlace })
  return `${result.mask}${result.showsNames ? '' : ', no names'}`
}

const nothing: Asked = [undefined, undefined]

test.each([
  ['last3', 'floor', false, nothing, 'last3'],
  ['none', 'floor', false, nothing, 'last3'],
  ['none', 'supervisor', false, nothing, 'none'],
  ['last3', 'supervisor', false, nothing, 'last3'],
  ['none', 'lobby', false, nothing, 'all, no names'],
  // The address can only make it stricter.
  ['last3', 'floor', false, ['none', undefined], 'last3'],
  ['last3', 'floor', false, ['all', undefined], 'all'],
  ['last3', 'floor', false, [undefined, 'lobby'], 'all, no names'],
  ['all', 'lobby', false, [undefined, 'floor'], 'all, no names'],
  ['all', 'floor', false, [undefined, 'floor'], 'all'],
  ['none', 'supervisor', false, [undefined, 'floor'], 'last3'],
  // A supervisor sees everything, but only where the config allows it.
  ['last3', 'floor', false, [undefined, 'supervisor'], 'last3'],
  ['last3', 'lobby', false, [undefined, 'supervisor'], 'all, no names'],
  ['last3', 'floor', true, [undefined, 'supervisor'], 'none'],
  ['all', 'lobby', true, [undefined, 'supervisor'], 'none'],
  ['last3', 'floor', true, ['all', 'supervisor'], 'all'],
  ['last3', 'floor', true, nothing, 'last3'],
] as const)(
  'mask %s, place %s, supervisor allowed %s, asked %j: %s',
  (mask, place, allowed, asked, expected) => {
    expect(privacy(mask, place, allowed, asked)).toBe(expected)
  },
)

test.each([
  ['+3615550123', 'none', '+3615550123'],
  ['+3615550123', 'last3', '+3615550•••'],
  ['+3615550123', 'all', '•••'],
  ['112', 'last3', '•••'],
  ['12', 'last3', '••'],
  ['', 'last3', ''],
  ['', 'all', ''],
] as const)('%s under the mask %s is %s', (number, mask, shown) => {
  expect(maskNumber(number, mask)).toBe(shown)
})
