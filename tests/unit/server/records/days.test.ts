import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageOfCalls } from '@/contract/callBodies.ts'
import type { CallRecord } from '@/domain/callRecord.ts'
import { readCursor, writeCursor } from '@/server/records/cursor.ts'
import { dayAt, dayNamed, oldestKept } from '@/server/records/siteDays.ts'
import { configOf } from '../serverStage.ts'
import { abandoned, call, step, ten } from './recordBuilder.ts'
import { callsOf, day, recordsStage, report } from './recordsStage.ts'

const hourMs = 3_600_000

/** A call that lasts from one moment to another. */
function lasting(id: string, from: number, to: number, isOver = true): CallRecord {
  const seconds = (at: number): number => (at - ten) / 1000
  const steps = [
    step(seconds(from), 'InCall', { caller: '12345678', callee: '5000' }),
    step(seconds(to), isOver ? 'CallerHungUp' : 'OnHold'),
  ]
  return call(id, { startedAt: from, isOver, steps })
}

test('a page holds the calls that touch the day, in the order of their begin', async () => {
  const { records } = await recordsStage()
  const { start, end } = day
  records.save(
    report([
      lasting('tomorrow', end, end + hourMs),
      lasting('evening', end - hourMs, end + hourMs),
      lasting('noon', ten, ten + hourMs),
      lasting('night', start - hourMs, start + hourMs),
      lasting('until midnight', start - hourMs, start - 1),
      lasting('still alive', start - hourMs, start - 1, false),
      lasting('forgotten', start - 20 * hourMs, start - 19 * hourMs, false),
    ]),
  )
  expect(callsOf(records).map(({ id }) => id)).toEqual(['night', 'still alive', 'noon', 'evening'])
  expect(records.count(start, end)).toBe(4)
})

test('many calls come in pages that together are the day, whatever is stored meanwhile', async () => {
  const { records } = await recordsStage()
  const ids = Array.from({ length: pageOfCalls * 2 + 1 }, (_, place) => `c${place}`)
  // Some begin at the same moment.
  const all = ids.map((id, place) => abandoned(id, 1, { startedAt: ten + Math.floor(place / 3) }))
  records.save(report(all))
  const first = records.page(day.start, day.end, undefined)
  expect(first.calls).toHaveLength(pageOfCalls)
  records.save(report([abandoned('early', 1, { startedAt: ten - hourMs })]))
  const second = records.page(day.start, day.end, readCursor(writeCursor(first.next!)))
  const third = records.page(day.start, day.end, second.next)
  expect(third.next).toBeUndefined()
  const told = [...first.calls, ...second.calls, ...third.calls].map(({ id }) => id)
  expect([...told].sort()).toEqual([...ids].sort())
})

test('long records make short pages', async () => {
  const { records } = await recordsStage()
  const steps = Array.from({ length: 2_000 }, (_, place) =>
    step(place, place % 2 === 0 ? 'InCall' : 'OnHold', { callee: '1'.repeat(100) }),
  )
  for (let place = 0; place < 30; place++) {
    records.save(report([call(`c${place}`, { startedAt: ten + place, steps })]))
  }
  const first = records.page(day.start, day.end, undefined)
  expect(JSON.stringify(first.calls).length).toBeLessThan(5_000_000)
  expect(first.next).toBeDefined()
})

test.each(['', 'x', 'W10', writeCursor({ startedAt: ten, id: 'a' }).slice(1), 'bnVsbA'])(
  'the cursor "%s" is refused',
  (text) => {
    expect(readCursor(text)).toBeUndefined()
  },
)

const early = configOf({ site: { timeZone: 'Europe/Budapest', dayStartsAt: '06:00' } })

test('days have the date on which they begin, in the zone of the site', () => {
  const night = Date.parse('2026-11-24T05:59:59+01:00')
  expect(dayAt(early, night)).toEqual({
    day: '2026-11-23',
    start: Date.parse('2026-11-23T06:00:00+01:00'),
    end: night + 1_000,
  })
  expect(dayNamed(early, '2026-11-23')).toEqual(dayAt(early, night))
})

test.each(['2026-03-29', '2026-10-25', '2026-12-31', '2028-02-29'])(
  '%s is a day of its own name',
  (name) => {
    for (const dayStartsAt of ['00:00', '02:30', '23:30']) {
      const config = configOf({ site: { timeZone: 'Europe/Budapest', dayStartsAt } })
      expect(dayNamed(config, name)?.day).toBe(name)
    }
  },
)

test.each(['2026-02-30', '2026-13-01', 'today', '2026-1-1', ''])('"%s" is no day', (name) => {
  expect(dayNamed(early, name)).toBeUndefined()
})

test('a retention of three days keeps today and the two before, across a change of the clocks', () => {
  const now = Date.parse('2026-10-26T12:00:00+01:00')
  expect(oldestKept(early, now, 3)).toBe(Date.parse('2026-10-24T06:00:00+02:00'))
})

test('what is too old is forgotten at the start and once a day, and the file grows no more', async () => {
  const stage = await recordsStage({ records: { retentionDays: 1 } })
  const { records, time } = stage
  const fill = (): void => {
    for (let batch = 0; batch < 10; batch++) {
      const calls = Array.from({ length: 100 }, (_, place) => {
        const at = time.now() + place
        return lasting(`${at}.${batch}.${place}`, at, at + 1_000)
      })
      records.save(report(calls, [[time.now(), time.now() + 1_000]]))
    }
  }
  const sizes: number[] = []
  for (let round = 0; round < 5; round++) {
    fill()
    sizes.push(statSync(stage.file).size + statSync(`${stage.file}-wal`).size)
    time.pass(24 * hourMs)
    expect(records.page(0, time.now() + hourMs, undefined).calls).toEqual([])
  }
  expect(Math.max(...sizes)).toBeLessThan(1.5 * sizes[1]!)
  expect(records.stretches('covered', day.start, day.end)).toEqual([])
  records.save(report([lasting('old', ten - 48 * hourMs, ten - 47 * hourMs)]))
  const later = stage.reopen()
  expect(later.records.page(0, Infinity, undefined).calls).toEqual([])
})

test('stretches are told as one where they meet, once, and cut at the day', async () => {
  const { records } = await recordsStage()
  const { start } = day
  for (const stretch of [
    [start - 5_000, start + 1_000],
    [start + 1_000, start + 2_000],
    [start + 5_000, start + 6_000],
    [start + 5_500, start + 5_800],
    [start + 1_000, start + 2_000],
  ] as const) {
    records.save(report([], [stretch]))
  }
  records.addCounted([[start + 1_500, start + 5_200]])
  expect(records.stretches('covered', start, day.end)).toEqual([
    [start, start + 2_000],
    [start + 5_000, start + 6_000],
  ])
  expect(records.stretches('counted', start, day.end)).toEqual([[start + 1_500, start + 5_200]])
})

test('nobody covers the future', async () => {
  const { records, time } = await recordsStage()
  records.save(report([], [[ten, ten + 10 * hourMs]]))
  expect(records.stretches('covered', day.start, day.end)).toEqual([[ten, time.now() + 60_000]])
})
