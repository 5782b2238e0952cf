import { expect, test } from 'vitest'
import { createLocalTime } from '@/emulator/http/localTime.ts'

const summer = Date.parse('2013-07-01T08:49:07.955Z')

test('an ISO time has four decimals and the offset of its zone', () => {
  expect(createLocalTime('Europe/Budapest').iso(summer)).toBe('2013-07-01T10:49:07.9550+02:00')
})

test.each([
  ['UTC', '2013-07-01T08:49:07.9550+00:00'],
  ['America/St_Johns', '2013-07-01T06:19:07.9550-02:30'],
  ['Asia/Kathmandu', '2013-07-01T14:34:07.9550+05:45'],
  ['Pacific/Chatham', '2013-07-01T21:34:07.9550+12:45'],
])('the offset of %s is written in hours and minutes', (zone, text) => {
  expect(createLocalTime(zone).iso(summer)).toBe(text)
})

test('an ISO time is the moment that it was made from', () => {
  const time = createLocalTime('America/St_Johns')
  for (let moment = summer; moment < summer + 86_400_000; moment += 3_456_789) {
    expect(Date.parse(time.iso(moment).replace(/0([+-])/, '$1'))).toBe(moment)
  }
})

test('the two hours of one name in autumn differ in their offset only', () => {
  const time = createLocalTime('Europe/Budapest')
  const first = Date.parse('2026-10-25T00:30:00Z')
  expect(time.iso(first)).toBe('2026-10-25T02:30:00.0000+02:00')
  expect(time.iso(first + 3_600_000)).toBe('2026-10-25T02:30:00.0000+01:00')
  expect(time.stamp(first)).toBe(time.stamp(first + 3_600_000))
})

test('midnight is hour 00 of the day that begins', () => {
  const midnight = Date.parse('2026-11-21T23:00:00Z')
  expect(createLocalTime('Europe/Budapest').stamp(midnight)).toBe('2026-11-22 00:00:00')
})

test('a zone that nobody knows is an error', () => {
  expect(() => createLocalTime('Europe/Atlantis')).toThrow(RangeError)
})
