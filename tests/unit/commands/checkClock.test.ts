import { expect, test } from 'vitest'
import { checkClock } from '@/commands/check/clockCheck.ts'
import type { ActiveCall } from '@/pbx/ozeki/http/listActiveCalls.ts'

const now = Date.parse('2026-11-21T08:30:00Z')
const hourMs = 3_600_000

const call = (startedAt: number | undefined, ringMs = 0, talkMs = 0): ActiveCall => ({
  ...{ id: 'a', state: 'InCall', source: '1', destination: '2', callerId: '', dialed: '' },
  ...{ startedAt, ringMs, talkMs },
})

/** Levels and texts of a clock whose Date header is `aheadMs` ahead of the middle of an exchange of 200 ms. */
const told = (aheadMs: number, calls: readonly ActiveCall[] = []): string[] => {
  const reading = { date: now + aheadMs - 500, askedAt: now - 100, answeredAt: now + 100 }
  return checkClock(reading, calls).map(({ level, text }) => `${level} ${text}`)
}

test.each([
  [1, 'good'],
  [2_000, 'good'],
  [2_001, 'warning'],
  [-30_000, 'warning'],
  [30_001, 'bad'],
  [-hourMs, 'bad'],
])('a clock that is %i ms ahead is %s', (aheadMs, level) => {
  const [line = ''] = told(aheadMs)
  expect(line).toMatch(new RegExp(`^${level} `))
  expect(line).toMatch(aheadMs < 0 ? / behind / : / ahead of /)
  expect(line).toContain('Date header')
})

test('without a Date header the calls alive tell the time, less exactly', () => {
  const reading = { date: undefined, askedAt: now, answeredAt: now }
  const [finding] = checkClock(reading, [call(now - 60_000, 5_000, 50_000), call(undefined)])
  expect(finding).toMatchObject({ level: 'warning' })
  expect(finding?.text).toMatch(/5\.0 s behind .*estimated from 2 calls/)
})

test('with neither, the difference is not known', () => {
  const reading = { date: undefined, askedAt: now, answeredAt: now }
  expect(checkClock(reading, [])).toMatchObject([{ level: 'note' }])
})

test.each([
  ['an hour ahead', hourMs, / 60 min ahead of its clock/],
  ['five hours and a half behind', -5.5 * hourMs, / 5\.5 h behind its clock/],
])('times that are %s mean another zone', (_what, shiftMs, text) => {
  const lines = told(0, [call(now + shiftMs - 60_000, 5_000, 54_000)])
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(text)
  expect(lines[1]).toContain('site.timeZone')
})

test('a call that was on hold for long is no other zone', () => {
  expect(told(0, [call(now - 40 * 60_000, 0, 60_000), call(now - 60_000, 0, 60_000)])).toHaveLength(
    1,
  )
  expect(told(0, [call(now - 7 * 60_000, 0, 0)])).toHaveLength(1)
})
