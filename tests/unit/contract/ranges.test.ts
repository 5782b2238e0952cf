import { expect, test } from 'vitest'
import { parseRanges } from '@/contract/ranges.ts'

test.each([
  ['1001', '1001'],
  ['1001-1003', '1001 1002 1003'],
  [' 1001 , 1050 ', '1001 1050'],
  ['1002,1001-1003', '1002 1001 1003'],
  ['7-7', '7'],
  ['007-010', '007 008 009 010'],
  ['8-10', '8 9 10'],
  ['*45,#1,ana.ruiz', '*45 #1 ana.ruiz'],
])('“%s” names %s', (text, extensions) => {
  expect(parseRanges(text)).toEqual(extensions.split(' '))
})

test.each([
  ['', 'an empty entry'],
  ['1001,,1002', 'an empty entry'],
  ['1020-1001', '“1020-1001” runs backwards'],
  ['1001-', '“1001-” is no extension'],
  ['1-2-3', '“1-2-3” is no extension'],
  ['<b>', '“<b>” is no extension'],
  ['1-10001', '“1-10001” names more than 10000 extensions'],
  ['1-9999,10001-19999', 'it names more than 10000 extensions'],
  // So large that one more is the same number.
  [
    '99999999999999999999-99999999999999999999',
    '“99999999999999999999-99999999999999999999” is no extension',
  ],
])('“%s” is refused: %s', (text, problem) => {
  expect(parseRanges(text)).toMatchObject({ problem })
})

test('the largest range allowed has ten thousand extensions', () => {
  expect(parseRanges('1-10000')).toHaveLength(10_000)
})
