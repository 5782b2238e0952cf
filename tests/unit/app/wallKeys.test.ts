import { expect, test } from 'vitest'
import { wallKeyOf } from '@/app/composables/wallKeys.ts'
import type { KeyPress } from '@/app/composables/wallKeys.ts'

const press = (key: string, facts: Partial<KeyPress> = {}): KeyPress => ({
  key,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  defaultPrevented: false,
  target: null,
  ...facts,
})

/** An element that lies in what `selector` finds, or in nothing. */
const element = (isInField: boolean): EventTarget =>
  Object.assign(new EventTarget(), { closest: () => (isInField ? {} : null) })

test.each([
  ['f', 'fullScreen'],
  ['F', 'fullScreen'],
  ['ArrowRight', 'forward'],
  ['ArrowLeft', 'back'],
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['PageDown', 'down'],
  ['PageUp', 'up'],
  ['p', 'pause'],
  ['MediaPlayPause', 'pause'],
  ['?', 'card'],
  ['Escape', 'close'],
  ['x', undefined],
  ['towardsEnd', undefined],
])('%s means %s', (key, wallKey) => {
  expect(wallKeyOf(press(key), false)).toBe(wallKey)
})

test('where lines run from right to left, the left arrow leads on', () => {
  expect(wallKeyOf(press('ArrowLeft'), true)).toBe('forward')
  expect(wallKeyOf(press('ArrowRight'), true)).toBe('back')
})

test('keys belong to whoever types in a field', () => {
  expect(wallKeyOf(press('p', { target: element(true) }), false)).toBeUndefined()
  expect(wallKeyOf(press('p', { target: element(false) }), false)).toBe('pause')
  expect(wallKeyOf(press('p', { target: new EventTarget() }), false)).toBe('pause')
})

test.each(['ctrlKey', 'altKey', 'metaKey', 'defaultPrevented'] as const)(
  'a key with %s is not the wall’s',
  (fact) => {
    expect(wallKeyOf(press('p', { [fact]: true }), false)).toBeUndefined()
  },
)

test('a key that is held down pages on but switches nothing to and fro', () => {
  expect(wallKeyOf(press('ArrowRight', { repeat: true }), false)).toBe('forward')
  expect(wallKeyOf(press('p', { repeat: true }), false)).toBeUndefined()
  expect(wallKeyOf(press('f', { repeat: true }), false)).toBeUndefined()
})
