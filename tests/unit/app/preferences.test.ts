import { expect, test } from 'vitest'
import { readPreferences } from '@/app/preferences.ts'

test('an address without a query asks for nothing', () => {
  expect(readPreferences({})).toEqual({ mask: undefined, place: undefined, hasPopups: true })
})

test('known words are taken', () => {
  expect(readPreferences({ mask: 'all', place: 'lobby', popups: 'off' })).toEqual({
    mask: 'all',
    place: 'lobby',
    hasPopups: false,
  })
})

test('unknown words, repeated ones and those without a value ask for nothing', () => {
  const query = { mask: 'some', place: ['lobby', 'floor'], popups: null }
  expect(readPreferences(query)).toEqual({ mask: undefined, place: undefined, hasPopups: true })
})
