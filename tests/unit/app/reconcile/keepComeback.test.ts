import { expect, test } from 'vitest'
import { keepComeback } from '@/app/reconcile/keepComeback.ts'
import type { Comeback } from '@/domain/comeback.ts'
import type { CentreEvent, SessionFacts } from '@/domain/sessionEvent.ts'
import { facts, midnight, story } from '../../../support/centre.ts'
import type { Story } from '../../../support/centre.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import type { ManualTimers } from '../../../support/manualTimers.ts'

const at = (second: number): number => midnight + second * 1000

interface Gaps {
  readonly timers: ManualTimers
  readonly comebacks: ReturnType<typeof keepComeback>
  readonly shown: () => Comeback | undefined
  /** The wall was away from the one second to the other, when these sessions were alive. */
  readonly gap: (from: number, to: number, ...alive: SessionFacts[]) => void
}

function gapsOf({ centre }: Story): Gaps {
  const timers = createManualTimers()
  let shown: Comeback | undefined
  const comebacks = keepComeback(timers, (next) => {
    shown = next
  })
  const tell = (event: CentreEvent): void => {
    comebacks.before(event, centre)
    centre.apply(event)
    comebacks.after(event, centre)
  }
  return {
    timers,
    comebacks,
    shown: () => shown,
    gap(from, to, ...sessions) {
      tell({ type: 'lost', at: at(from) })
      tell({ type: 'snapshot', at: at(to), sessions })
    },
  }
}

const talking = (id: string, startedAt?: number): SessionFacts =>
  facts(id, { state: 'InCall', caller: `+36155501${id}`, callee: '1001', startedAt })

test('what is alive after a gap and was not before is recovered, what is not any more is unknown', () => {
  const told = story()
    .open(10, 'a', '+3615550101>1001', 'InCall')
    .open(10, 'b', '+3615550102>1002', 'InCall')
    .open(10, 'c', '+3615550103>1003', 'InCall')
  const { gap, shown } = gapsOf(told)
  gap(100, 3_700, talking('a'), talking('new', at(2_000)), talking('odd'))
  expect(shown()).toEqual({ from: at(100), to: at(3_700), recovered: 2, unknown: 2 })
})

test('a call that was talked in before and after the gap is nothing to speak of', () => {
  const told = story().open(10, 'a', '+3615550101>1001', 'InCall')
  const { gap, shown } = gapsOf(told)
  gap(100, 200, talking('a'))
  expect(shown()).toEqual({ from: at(100), to: at(200), recovered: 0, unknown: 0 })
})

test('a gap of five seconds is not worth a word', () => {
  const told = story().open(10, 'a', '+3615550101>1001', 'InCall')
  const { gap, shown } = gapsOf(told)
  gap(100, 105)
  expect(shown()).toBeUndefined()
})

test('what the records tell later counts as recovered, until two minutes have passed', () => {
  const told = story().open(10, 'a', '+3615550101>1001', 'InCall')
  const { gap, shown, comebacks, timers } = gapsOf(told)
  gap(100, 200)
  expect(shown()).toMatchObject({ recovered: 0, unknown: 1 })
  const whole = story()
    .open(10, 'a', '+3615550101>1001', 'InCall', { direction: 'inbound' })
    .to(150, 'a', 'CallerHungUp')
    .open(160, 'x', '+3615550104>1002', 'InCall')
    .to(170, 'x', 'CallerHungUp')
    .open(201, 'later', '+3615550105>1002', 'InCall')
  const records = [...whole.centre.calls()].map((call) => whole.centre.recordOf(call))
  comebacks.recount(records)
  expect(shown()).toMatchObject({ recovered: 2, unknown: 0 })
  timers.pass(120_000)
  expect(shown()).toBeUndefined()
  comebacks.recount(records)
  expect(shown()).toBeUndefined()
})

test('a second loss without a snapshot in between does not make the gap shorter', () => {
  const told = story().open(10, 'a', '+3615550101>1001', 'InCall')
  const { gap, shown, comebacks } = gapsOf(told)
  const lost: CentreEvent = { type: 'lost', at: at(50) }
  comebacks.before(lost, told.centre)
  told.centre.apply(lost)
  gap(100, 200, talking('a'))
  expect(shown()).toMatchObject({ from: at(50), to: at(200) })
})

test('the first snapshot of a page is no comeback, and a stop leaves nothing behind', () => {
  const told = story()
  const { gap, shown, comebacks, timers } = gapsOf(told)
  const first: CentreEvent = { type: 'snapshot', at: at(1), sessions: [] }
  comebacks.after(first, told.centre)
  expect(shown()).toBeUndefined()
  gap(10, 60)
  comebacks.stop()
  expect([shown(), timers.pending()]).toEqual([undefined, 0])
})
