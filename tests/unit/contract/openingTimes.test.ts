import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isOpenAt,
  isWithinHours,
  nextOpening,
  parseDays,
  parseHours,
  weekTimeAt,
} from '@/contract/openingTimes.ts'
import { createZone } from '@/domain/zone.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** `thu 08:00` as a moment of the week. */
const at = (text: string): { weekday: number; minutes: number } => {
  const [day = '', time = ''] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { weekday: days.indexOf(day), minutes: hours * 60 + minutes }
}
const budapest = createZone('Europe/Budapest')

test.each([
  ['mon', [0]],
  ['mon-fri', [0, 1, 2, 3, 4]],
  ['Sat-Sun', [5, 6]],
  ['sat-mon', [5, 6, 0]],
  ['mon,wed-thu', [0, 2, 3]],
  ['mon - wed', [0, 1, 2]],
  ['sun-sat', [6, 0, 1, 2, 3, 4, 5]],
  ['monday', undefined],
  ['mon-', undefined],
  ['', undefined],
  ['mon-tue-wed', undefined],
])('"%s" names the days %j', (key, weekdays) => {
  expect(parseDays(key)).toEqual(weekdays)
})

test.each([
  ['08:00-18:30', { from: 480, to: 1110 }],
  ['00:00-24:00', { from: 0, to: 1440 }],
  ['22:00-06:00', { from: 1320, to: 1800 }],
  ['08:00-08:00', { from: 480, to: 1920 }],
  ['24:00-06:00', undefined],
  ['08:60-09:00', undefined],
  ['08:00-24:30', undefined],
  ['8:00-9:00', undefined],
])('"%s" lasts %j', (text, range) => {
  expect(parseHours(text)).toEqual(range)
})

test('a site without opening hours is always open', () => {
  expect(isOpenAt({}, at('sun 03:00'))).toBe(true)
})

test.each([
  ['mon 07:59', false],
  ['mon 08:00', true],
  ['fri 17:59', true],
  ['fri 18:00', false],
  ['sat 09:00', false],
  ['sat 10:00', true],
  ['sun 10:00', false],
])('with weekdays and a Saturday %s is open: %s', (moment, isOpen) => {
  const hours = { 'mon-fri': ['08:00-18:00'], sat: ['10:00-13:00'] }
  expect(isOpenAt(hours, at(moment))).toBe(isOpen)
})

test.each([
  ['sun 22:30', true],
  ['mon 01:59', true],
  ['mon 02:00', false],
  ['sun 21:59', false],
])('a night that begins on Sunday: %s is open: %s', (moment, isOpen) => {
  expect(isOpenAt({ sun: ['22:00-02:00'] }, at(moment))).toBe(isOpen)
})

test('a lunch break is closed', () => {
  const hours = { mon: ['08:00-12:00', '13:00-17:00'] }
  expect([at('mon 12:30'), at('mon 13:00')].map((moment) => isOpenAt(hours, moment))).toEqual([
    false,
    true,
  ])
})

test('what cannot be read opens nothing', () => {
  const hours = { monday: ['08:00-18:00'], tue: ['99:00-99:99'], wed: ['08:00-18:00'] }
  const moments = ['mon 10:00', 'tue 10:00', 'wed 10:00'].map(at)
  expect(moments.map((moment) => isOpenAt(hours, moment))).toEqual([false, false, true])
})

test('a site none of whose days can be read is open', () => {
  expect(isOpenAt({ weekdays: ['08:00-18:00'] }, at('sun 03:00'))).toBe(true)
})

test.each([
  ['21:59', false],
  ['22:00', true],
  ['05:59', true],
  ['06:00', false],
  ['12:15', true],
])('of quiet nights and lunches %s is quiet: %s', (time, isQuiet) => {
  const { minutes } = at(`mon ${time}`)
  expect(isWithinHours(['22:00-06:00', '12:00-12:30'], minutes)).toBe(isQuiet)
})

test('the week of a site is told by its own clock', () => {
  expect(weekTimeAt(budapest, Date.UTC(2026, 10, 22, 23, 30))).toEqual(at('mon 00:30'))
  expect(weekTimeAt(createZone('UTC'), 0)).toEqual(at('thu 00:00'))
  expect(weekTimeAt(createZone('America/New_York'), 0)).toEqual(at('wed 19:00'))
})

test('the next opening is the first open minute after now, across the change of clocks too', () => {
  const hours = { 'mon-fri': ['08:00-18:00'] }
  const friday = Date.UTC(2026, 9, 23, 16, 0, 30)
  expect(nextOpening(hours, budapest, friday)).toBe(Date.UTC(2026, 9, 26, 7))
})

test('a site that opens on no day has no next opening', () => {
  expect(nextOpening({ mon: [] }, budapest, 0)).toBeUndefined()
})

test('hours of every day are open exactly when they would be quiet', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const time = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  fc.assert(
    fc.property(
      minute,
      minute,
      minute,
      fc.integer({ min: 0, max: 6 }),
      (from, to, minutes, weekday) => {
        const hours = [`${time(from)}-${time(to)}`]
        expect(isOpenAt({ 'mon-sun': hours }, { weekday, minutes })).toBe(
          isWithinHours(hours, minutes),
        )
      },
    ),
  )
})
