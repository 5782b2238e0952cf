import * as v from 'valibot'
import { expect, test } from 'vitest'
import { startErrorBook } from '@/app/serverLink/errorBook.ts'
import { startReports } from '@/app/serverLink/reports.ts'
import { createSleepMeter } from '@/app/reconcile/sleepMeter.ts'
import { watchWake } from '@/app/serverLink/watchWake.ts'
import { wallReportSchema } from '@/contract/wallReport.ts'
import type { WallReport } from '@/contract/wallReport.ts'
import { settled } from '../../../support/connectionStage.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'

const state = {
  wall: 'w',
  version: '1',
  route: '/team/support',
  connection: 'granted',
  isLive: true,
  sessions: [],
  lastEventAgeMs: null,
} as const

function reporter(answers: (boolean | Error)[] = []) {
  const timers = createManualTimers()
  const sent: WallReport[] = []
  const errors: { message: string; count: number }[] = []
  const stop = startReports({
    timers,
    read: () => ({ ...state, sessions: [] }),
    takeTroubles: () => ({ errors: errors.splice(0), violations: [] }),
    send(report) {
      sent.push(report)
      const answer = answers.shift() ?? true
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  })
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 5_000) {
      timers.pass(5_000)
      await settled()
    }
  }
  return { timers, sent, errors, pass, stop }
}

test('a wall reports every 10 s, as the server wants to read it', async () => {
  const { sent, pass } = reporter()
  await pass(35_000)
  expect(sent).toHaveLength(3)
  expect(v.parse(wallReportSchema, sent[0])).toEqual(sent[0])
})

test.each([[false], [new Error('network')]])(
  'what a server did not hear of is told again, once',
  async (answer) => {
    const { sent, errors, pass } = reporter([answer])
    errors.push({ message: 'a', count: 1 })
    await pass(10_000)
    errors.push({ message: 'b', count: 1 })
    await pass(20_000)
    expect(sent.map((report) => report.errors.map(({ message }) => message))).toEqual([
      ['a'],
      ['a', 'b'],
      [],
    ])
  },
)

test('a stop ends the reports, one that is under way included', async () => {
  const { sent, timers, pass, stop } = reporter()
  timers.pass(10_000)
  stop()
  await pass(60_000)
  expect([sent.length, timers.pending()]).toEqual([1, 0])
})

const page = (): EventTarget & Pick<Window, 'addEventListener' | 'removeEventListener'> =>
  new EventTarget()

test('the same error is noted once, with its number, and at most twenty of them', () => {
  const book = startErrorBook(page())
  for (let turn = 0; turn < 3; turn++) book.note('again')
  for (let other = 0; other < 50; other++) book.note(`other ${other}`)
  const taken = book.take()
  expect(taken[0]).toEqual({ message: 'again', count: 3 })
  expect(taken).toHaveLength(20)
  expect(book.take()).toEqual([])
})

test('what nobody caught is noted, cut, and without what stands behind ? or # of an address', () => {
  const target = page()
  const book = startErrorBook(target)
  const error = new Error('odd')
  error.stack = 'Error: odd\n at f (http://192.0.2.1/assets/x.js?token=s3cret:1:2)#key=s3cret'
  target.dispatchEvent(Object.assign(new Event('error'), { error, message: '' }))
  target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'x'.repeat(900) }))
  const [first, second] = book.take()
  expect(first?.message).toContain('Error: odd')
  expect(first?.message).not.toContain('s3cret')
  expect(second?.message).toHaveLength(500)
  book.stop()
  target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'late' }))
  expect(book.take()).toEqual([])
})

test('a machine that has slept is noticed by its time of day, and a network that is back by itself', () => {
  const timers = createManualTimers()
  const target = page()
  let sleptMs = 0
  let wakes = 0
  const stop = watchWake(
    target,
    timers,
    createSleepMeter({
      dateNow: () => timers.now() + sleptMs,
      steadyNow: () => timers.now(),
    }),
    () => wakes++,
  )
  timers.pass(60_000)
  expect(wakes).toBe(0)
  sleptMs = 8 * 3_600_000
  timers.pass(2_000)
  expect(wakes).toBe(1)
  timers.pass(60_000)
  expect(wakes).toBe(1)
  target.dispatchEvent(new Event('online'))
  expect(wakes).toBe(2)
  stop()
  target.dispatchEvent(new Event('online'))
  expect([wakes, timers.pending()]).toEqual([2, 0])
})
