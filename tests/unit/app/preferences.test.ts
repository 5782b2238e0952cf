import { expect, test } from 'vitest'
import { readPreferences } from '@/app/preferences.ts'

const nothing = {
  theme: 'dark',
  mask: undefined,
  place: undefined,
  hasPopups: true,
  hasSound: false,
  intervalMinutes: 30,
}

test('an address without a query asks for nothing', () => {
  expect(readPreferences({})).toEqual(nothing)
})

test('known words are taken', () => {
  expect(
    readPreferences({
      ...{ theme: 'light', mask: 'all', place: 'lobby' },
      ...{ popups: 'off', sound: 'on', interval: '15' },
    }),
  ).toEqual({
    theme: 'light',
    mask: 'all',
    place: 'lobby',
    hasPopups: false,
    hasSound: true,
    intervalMinutes: 15,
  })
})

test('unknown words, repeated ones and those without a value ask for nothing', () => {
  const query = {
    theme: 'pink',
    mask: 'some',
    place: ['lobby', 'floor'],
    popups: null,
    sound: 'loud',
    interval: '20',
  }
  expect(readPreferences(query)).toEqual(nothing)
})
