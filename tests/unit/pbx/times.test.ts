import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createZone } from '../../../src/domain/zone.ts'
import { parseDuration } from '../../../src/pbx/ozeki/duration.ts'
import { createInstantReader, parseInstant } from '../../../src/pbx/ozeki/instant.ts'

const budapest = createZone('Europe/Budapest')
const read = (raw: unknown): string | undefined => {
  const at = parseInstant(raw, (instant) => budapest.offsetAt(instant))
  return at === undefined ? undefined : new Date(at).toISOString()
}

test('a start with an offset is that instant, with one to seven decimals', () => {
  expect(read('2013-07-01T10:49:07.9558+02:00')).toBe('2013-07-01T08:49:07.955Z')
  expect(read('2013-07-01T10:49:07.9558123-05:30')).toBe('2013-07-01T16:19:07.955Z')
  expect(read('2013-07-01T10:49:07.9Z')).toBe('2013-07-01T10:49:07.900Z')
  expect(read('2013-07-01T10:49:07+0200')).toBe('2013-07-01T08:49:07.000Z')
})

test('a start without an offset is local time of the PBX, whatever the zone of the wall', () => {
  expect(read('2013-08-13 08:02:50')).toBe('2013-08-13T06:02:50.000Z')
  expect(read('2013-01-13 08:02:50')).toBe('2013-01-13T07:02:50.000Z')
  expect(read('2013-01-13T08:02:50.123')).toBe('2013-01-13T07:02:50.123Z')
  expect(read('2026-03-29 03:30:00')).toBe('2026-03-29T01:30:00.000Z')
  expect(read('2026-03-29 01:30:00')).toBe('2026-03-29T00:30:00.000Z')
})

test('epoch seconds and ms, the JSON form and dates are read', () => {
  expect(read(1_385_000_000)).toBe('2013-11-21T02:13:20.000Z')
  expect(read('1385000000')).toBe('2013-11-21T02:13:20.000Z')
  expect(read(1_385_000_000_250)).toBe('2013-11-21T02:13:20.250Z')
  expect(read('/Date(1385000000250+0200)/')).toBe('2013-11-21T02:13:20.250Z')
  expect(read(new Date(1_385_000_000_250))).toBe('2013-11-21T02:13:20.250Z')
})

test('an instant that is said again is worked out once, and still known to be none', () => {
  let asked = 0
  const readAgain = createInstantReader((at) => {
    asked++
    return budapest.offsetAt(at)
  })
  const first = readAgain('2013-08-13 08:02:50')
  const once = asked
  expect([first, readAgain('2013-08-13 08:02:50')]).toEqual([
    first,
    Date.UTC(2013, 7, 13, 6, 2, 50),
  ])
  expect(asked).toBe(once)
  expect([readAgain('now'), readAgain('now'), readAgain(null)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('however many instants there are, each is read right', () => {
  const readAgain = createInstantReader(() => 0)
  const starts = Array.from({ length: 2_500 }, (_, place) => Date.UTC(2026, 0, 1, 0, 0, place))
  const twice = [...starts, ...starts]
  expect(twice.map((at) => readAgain(new Date(at).toISOString()))).toEqual(twice)
})

test('what is no instant is none', () => {
  const odd = ['', '10:49:07', '00:01:12', '12.5', '2013-02-31 10:00:00', '2013-13-01 10:00:00']
  const others = ['0001-01-01T00:00:00', '2013-07-01 25:00:00', NaN, null, {}, new Date(NaN), 'now']
  for (const raw of [...odd, ...others]) expect(read(raw)).toBeUndefined()
})

test('durations are read in ms', () => {
  expect(parseDuration('00:01:12')).toBe(72_000)
  expect(parseDuration('01:00:00.5000000')).toBe(3_600_500)
  expect(parseDuration('1.02:03:04')).toBe(93_784_000)
  expect(parseDuration('956')).toBe(956_000)
  expect(parseDuration('0.749')).toBe(749)
  expect(parseDuration(2)).toBe(2_000)
})

test('what is no duration is none', () => {
  for (const raw of ['', '-5', '1:2', '00:61:00', 'soon', null, {}, Infinity]) {
    expect(parseDuration(raw)).toBeUndefined()
  }
})

test('no input makes the reading of times throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything({ withDate: true }), fc.string()), (raw) => {
      expect(() => [parseDuration(raw), read(raw)]).not.toThrow()
    }),
  )
})
