import { expect, test } from 'vitest'
import { goalsOf } from '../../bench/run/goals.ts'
import type { LoadFigures } from '../../bench/run/measureLoad.ts'
import { nothingMeasured } from '../../bench/run/result.ts'
import type { BenchResult, LoadRow } from '../../bench/run/result.ts'

const figures: LoadFigures = {
  ...{ script: 10, style: 10, layout: 10, paint: 50, task: 100, longTasks: 0, stolen: 0 },
  ...{ spanMs: 10_000, droppedFrames: 0, frames: 100, events: 5_000, busy: 0.01 },
  ...{ p50: 10, p95: 20, p99: 30, samples: 100, unseen: 0, longTasksByClock: 0 },
}

function row(changes: Partial<LoadRow>, measured: Partial<LoadFigures> = {}): LoadRow {
  const usual = { case: '500 at 500/s', page: 'wall', slowdown: 1, runs: 1 } as const
  return { ...usual, figures: { ...figures, ...measured }, ...changes }
}

/** The goals of a result, as one would tell them. */
function told(result: Partial<BenchResult>): readonly string[] {
  return goalsOf({ ...nothingMeasured, ...result }).map(
    ({ text, isMet }) => `${isMet ? 'met' : 'missed'}: ${text}`,
  )
}

test('where nothing was measured nothing is promised', () => {
  expect(goalsOf(nothingMeasured)).toEqual([])
})

test('the wall is held against the page by hand, event for event', () => {
  const limit = row({ page: 'limit' })
  expect(told({ load: [limit, row({}, { script: 18, task: 121 })] })).toEqual([
    'met: 500 at 500/s: script, style and layout over the limit page',
    'missed: 500 at 500/s: main thread over the limit page',
    'met: wall: 500 tiles, p95 to the screen, ms',
  ])
  // Half the events for the same work is twice the cost.
  expect(told({ load: [limit, row({}, { events: 2_500, p95: 251 })] })).toEqual([
    'missed: 500 at 500/s: script, style and layout over the limit page',
    'missed: 500 at 500/s: main thread over the limit page',
    'missed: wall: 500 tiles, p95 to the screen, ms',
  ])
})

test('with as many events in every frame there is nothing to be late for', () => {
  const [wall, limit] = (['wall', 'limit'] as const).map((page) =>
    row({ case: '500 by frames', page }, { p95: NaN, samples: 0 }),
  )
  expect(told({ load: [wall!, limit!] })).toEqual([
    'met: 500 by frames: script, style and layout over the limit page',
    'met: 500 by frames: main thread over the limit page',
  ])
})

test('the seed page is held against nothing', () => {
  expect(told({ load: [row({ page: 'seed', slowdown: 6 }, { p95: 9_000, busy: 1 })] })).toEqual([])
})

test('one long task is one too many, and a wall that is too busy is named', () => {
  const few = { case: '60 at 50/s', slowdown: 6 } as const
  expect(told({ load: [row(few, { p95: 101, longTasks: 1 })] })).toEqual([
    'missed: wall: 60 tiles slowed 6x, p95 to the screen, ms',
    'missed: wall: 60 tiles slowed 6x, long tasks',
  ])
  expect(told({ load: [row({ slowdown: 6 }, { p95: 250, busy: 0.71 })] })).toEqual([
    'met: wall: 500 tiles slowed 6x, p95 to the screen, ms',
    'missed: wall: 500 tiles slowed 6x, share busy',
  ])
})

test('a wall that shows nothing of what it was told is not fast', () => {
  const [latency] = told({ load: [row({ slowdown: 6 }, { p95: NaN, samples: 0 })] })
  expect(latency).toBe('missed: wall: 500 tiles slowed 6x, p95 to the screen, ms')
})

test('the heap, and the heap without code, is compared between the fewest and the most calls', () => {
  const toldOf = (megabytes: number) =>
    told({
      heap: [
        {
          page: 'whole',
          heaps: [
            { calls: 1_000, megabytes: 20, codeMegabytes: 10 },
            { calls: 10_000, megabytes: 40, codeMegabytes: 10 },
            { calls: 100_000, megabytes, codeMegabytes: 15 },
          ],
        },
      ],
    })
  expect(toldOf(25.5)).toEqual([
    'missed: whole: heap after 100000 calls over 1000',
    'met: whole: heap without code after 100000 calls over 1000',
  ])
  expect(toldOf(25.6)).toContain('missed: whole: heap without code after 100000 calls over 1000')
  expect(toldOf(21)).toContain('met: whole: heap after 100000 calls over 1000')
})

test('scripts that come after the first tile count in all, but not before the charts', () => {
  const script = (gzip: number, isEarly: boolean) => ({ file: 'a.js', gzip, isEarly })
  expect(told({ scripts: [script(85_000, true), script(65_001, false)] })).toEqual([
    'met: JavaScript before the charts, kB gzip',
    'missed: JavaScript in all, kB gzip',
  ])
})

test('the domain has to be fast, and to stay so', () => {
  const rate = (calls: number, eventsPerSecond: number) => ({
    ...{ calls, events: calls * 11, eventsPerSecond, eventsPerSecondRead: 0 },
    ...{ eventsPerSecondAtEnd: 0, bytesPerCall: 0 },
  })
  expect(told({ domain: [rate(1_000, 300_000), rate(100_000, 200_000)] })).toEqual([
    'met: domain: events per second on a day of 1000 calls',
    'met: domain: events per second on a day of 100000 calls',
    'missed: domain: the rate at 100000 calls over 1000',
  ])
})
