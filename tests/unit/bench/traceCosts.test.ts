import { expect, test } from 'vitest'
import { traceCosts } from '../../bench/run/traceCosts.ts'
import type { TraceEvent } from '../../bench/run/traceCosts.ts'

const pid = 7
const tid = 8

function event(name: string, fromMs: number, toMs: number, changes = {}): TraceEvent {
  const ts = fromMs * 1000
  const dur = (toMs - fromMs) * 1000
  return { name, ph: 'X', pid, tid, ts, dur, tdur: dur, args: {}, ...changes }
}

const head: readonly TraceEvent[] = [
  {
    ...event('TracingStartedInBrowser', 0, 0, { ph: 'I', pid: 1 }),
    args: { data: { frames: [{ processId: pid }] } },
  },
  { ...event('thread_name', 0, 0, { ph: 'M' }), args: { name: 'CrRendererMain' } },
]

test('what happens inside a script is not counted as script as well', () => {
  const costs = traceCosts([
    ...head,
    event('RunTask', 0, 20),
    event('FunctionCall', 1, 18),
    event('Layout', 5, 9),
    event('UpdateLayoutTree', 10, 12),
    event('Paint', 12, 15),
  ])
  expect(costs).toMatchObject({ script: 8, layout: 4, style: 2, paint: 3, task: 20 })
})

test('two pieces of work that follow each other are not inside each other', () => {
  const costs = traceCosts([...head, event('TimerFire', 0, 5), event('FunctionCall', 5, 9)])
  expect(costs.script).toBe(9)
})

test('other threads and other pages are not counted', () => {
  const costs = traceCosts([
    ...head,
    event('RunTask', 0, 20, { tid: 99 }),
    event('RunTask', 0, 20, { pid: 99 }),
    event('FunctionCall', 0, 3),
  ])
  expect(costs).toMatchObject({ task: 0, script: 3 })
})

test('time in which another program had the processor is no cost, and is told', () => {
  const costs = traceCosts([
    ...head,
    event('RunTask', 0, 80, { tdur: 40_000 }),
    event('RunTask', 90, 150, { tdur: 60_000 }),
  ])
  expect(costs).toMatchObject({ task: 100, longTasks: 1, spanMs: 150 })
  expect(costs.stolen).toBeCloseTo(40 / 140)
})

test('dropped frames are those of the page', () => {
  const dropped = event('DroppedFrame', 4, 4, { ph: 'I' })
  const costs = traceCosts([...head, dropped, { ...dropped, pid: 99 }, dropped])
  expect(costs.droppedFrames).toBe(2)
})
