import { expect, test } from 'vitest'
import { watchHandmadeToken } from '@/server/handmadeToken.ts'
import { createNotices } from '@/server/notices.ts'
import type { Notices } from '@/server/notices.ts'
import type { ManualTimers } from '../../support/manualTimers.ts'
import { createManualTimers } from '../../support/manualTimers.ts'

const hourMs = 3_600_000

function watch(lifetimeSeconds: () => number): {
  readonly time: ManualTimers
  readonly notices: Notices
  readonly logged: string[]
  readonly stop: () => void
} {
  const time = createManualTimers()
  const notices = createNotices(time)
  const logged: string[] = []
  const stop = watchHandmadeToken({
    ...{ lifetimeSeconds, clock: time, timers: time, notices },
    log: (_level, message) => logged.push(message),
  })
  return { time, notices, logged, stop }
}

test('two hours before the day of OZEKI_TOKEN is over there is a notice, and another one after it', () => {
  const { time, notices, logged } = watch(() => 86_400)
  const at = 24 * hourMs
  time.pass(22 * hourMs - 1_000)
  expect(notices.current()).toEqual([])
  time.pass(1_000)
  expect(notices.current()).toEqual([{ code: 'tokenEndsSoon', at }])
  time.pass(2 * hourMs)
  expect(notices.current()).toEqual([{ code: 'tokenOver', at }])
  time.pass(10 * hourMs)
  expect(logged).toHaveLength(2)
  expect(logged[0]).toContain('over soon')
})

test('a short life warns a twelfth of it before', () => {
  const { time, notices } = watch(() => 600)
  time.pass(549_000)
  expect(notices.current()).toEqual([])
  time.pass(1_000)
  expect(notices.current()).toEqual([{ code: 'tokenEndsSoon', at: 600_000 }])
})

test('a longer life in a changed config takes the notice away', () => {
  let seconds = 60
  const { time, notices, stop } = watch(() => seconds)
  time.pass(61_000)
  expect(notices.current()).toHaveLength(1)
  seconds = 86_400
  time.pass(1_000)
  expect(notices.current()).toEqual([])
  stop()
  expect(time.pending()).toBe(0)
})
