import { expect, test } from 'vitest'
import { midnights, replayDays } from '../../../src/commands/replayCalendar.ts'
import { createZone } from '../../../src/domain/zone.ts'
import type { TrafficRow } from '../../../src/emulator/traffic/csv.ts'
import { row } from './replayStage.ts'

const budapest = createZone('Europe/Budapest')

function daysOf(rows: readonly TrafficRow[], dayStartsAtMinutes = 0): readonly string[] {
  return replayDays(rows, budapest, dayStartsAtMinutes).map(({ label, start, last, closesAt }) =>
    [label, ...[start, last, closesAt].map((at) => budapest.toIso(at).slice(0, 19))].join(' '),
  )
}

test('a day is kept until the day after has ended, also when no call arrives on that one', () => {
  expect(daysOf([row({ day: '2026-11-20' }), row({ day: '2026-11-25' })])).toEqual([
    '2026-11-20 2026-11-20T00:00:00 2026-11-20T23:59:59 2026-11-21T23:59:59',
    '2026-11-25 2026-11-25T00:00:00 2026-11-25T23:59:59 2026-11-26T23:59:59',
  ])
})

test('days come in the order of time, whatever the order of the file', () => {
  const days = daysOf([row({ day: '2026-11-21' }), row({ day: '2026-11-20' })])
  expect(days.map((day) => day.slice(0, 10))).toEqual(['2026-11-20', '2026-11-21'])
})

test('an arrival after midnight is one of the next day', () => {
  const days = daysOf([row({ day: '2026-11-20', arriveSeconds: 86_400 })])
  expect(days.map((day) => day.slice(0, 10))).toEqual(['2026-11-21'])
})

test('a call before the start of the site’s day belongs to the day before', () => {
  expect(daysOf([row({ day: '2026-11-20', arriveSeconds: 3_600 })], 6 * 60)).toEqual([
    '2026-11-19 2026-11-19T06:00:00 2026-11-20T05:59:59 2026-11-21T05:59:59',
  ])
})

test.each([
  ['2026-03-29', '2026-03-30T00:00:00', 23],
  ['2026-10-25', '2026-10-26T00:00:00', 25],
])('%s ends at midnight, after its own number of hours', (day, _, hours) => {
  const [found] = replayDays([row({ day })], budapest, 0)
  expect((found!.last + 1 - found!.start) / 3_600_000).toBe(hours)
})

test('a file without dates is one day without a name, and those beside it say on which side', () => {
  const rows = [0, 90_000].map((arriveSeconds) => row({ day: '', arriveSeconds }))
  expect(replayDays(rows, budapest, 0).map(({ label }) => label)).toEqual(['', '+1'])
  expect(replayDays(rows, budapest, 30).map(({ label }) => label)).toEqual(['-1', '+1'])
})

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'])(
  'midnight is that of the zone: %s',
  (name) => {
    const zone = createZone(name)
    expect(zone.toIso(midnights(zone)('2026-11-20')).slice(0, 19)).toBe('2026-11-20T00:00:00')
  },
)
