import { expect, test } from 'vitest'
import { buryGhosts } from '@/app/reconcile/buryGhosts.ts'
import { sessionsOf } from '@/app/reconcile/sessionsOf.ts'
import { facts, midnight, story } from '../../../support/centre.ts'
import type { Story } from '../../../support/centre.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'

const hour = 3_600

interface Burying {
  readonly pass: (seconds: number) => void
  readonly look: () => void
  readonly stop: () => void
}

const livingIn = ({ centre }: Story): string[] =>
  sessionsOf(centre).flatMap(({ id, endedAt }) => (endedAt === undefined ? [id] : []))

function buried(told: Story): Burying {
  const timers = createManualTimers(midnight)
  const { centre } = told
  const burial = buryGhosts({
    timers,
    now: () => timers.now(),
    sessions: () => sessionsOf(centre),
    onGone: (sessions) => centre.apply({ type: 'gone', at: timers.now(), sessions }),
  })
  return {
    pass: (seconds) => {
      timers.pass(seconds * 1000)
    },
    look: () => burial.look(),
    stop() {
      burial.stop()
      expect(timers.pending()).toBe(0)
    },
  }
}

test('a session of which nothing is heard for twelve hours ends unseen, when it was last heard of', () => {
  const told = story()
    .open(10, 'a', '+3615550101>1001', 'InCall')
    .open(20, 'b', '+3615550102>1002', 'InCall')
  const { pass, stop } = buried(told)
  pass(6 * hour)
  told.to(6 * hour, 'b', 'CallerOnHold')
  pass(6 * hour - 60)
  expect(livingIn(told)).toEqual(['a', 'b'])
  pass(120)
  expect(livingIn(told)).toEqual(['b'])
  expect(sessionsOf(told.centre)[0]).toMatchObject({ isLost: true, endedAt: midnight + 10_000 })
  stop()
})

test('a ghost that every snapshot brings back is ended again, a new call with its id is not', () => {
  const told = story().open(10, 'a', '+3615550101>1001', 'InCall')
  const { pass, look, stop } = buried(told)
  pass(13 * hour)
  const ghost = facts('a', { state: 'InCall', caller: '+3615550101', callee: '1001' })
  told
    .until(14 * hour)
    .lose(14 * hour)
    .snapshot(14 * hour + 5, ghost)
  expect(livingIn(told)).toEqual(['a'])
  look()
  expect(livingIn(told)).toEqual([])
  told.until(15 * hour).open(15 * hour, 'a', '+3615550109>1001', 'InCall')
  look()
  expect(livingIn(told)).toEqual(['a'])
  stop()
})
