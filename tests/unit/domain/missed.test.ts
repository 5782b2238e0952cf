import { expect, test } from 'vitest'
import { midnight, story } from '../../support/centre.ts'

const at = (second: number): number => midnight + second * 1000

test('what was not told makes its time uncovered, and no claim is made of it', () => {
  const { centre } = story().until(100)
  centre.apply({ type: 'missed', at: at(100), since: at(90) })
  centre.advance(at(200))
  expect(centre.isCovered(at(0), at(90))).toBe(true)
  expect(centre.isCovered(at(95), at(96))).toBe(false)
  expect(centre.isCovered(at(100), at(200))).toBe(true)
  expect(centre.covered()).toEqual([
    [at(0), at(90)],
    [at(100), at(200)],
  ])
  expect(centre.coveredSince()).toBe(at(0))
})

test('a ghost makes the time uncovered in which it must have ended', () => {
  const { centre } = story().open(10, 'a', '+3615550101>1001', 'InCall').until(100)
  const sessions = [{ id: 'a', lastSeenAt: at(80) }]
  centre.apply({ type: 'gone', at: at(100), sessions })
  centre.apply({ type: 'gone', at: at(150), sessions })
  expect(centre.covered()).toEqual([
    [at(0), at(80)],
    [at(100), at(150)],
  ])
})

test('told again, an end that nobody saw is a moment that nobody saw', () => {
  const told = story().open(10, 'a', '+3615550101>1001', 'InCall').until(100)
  const [call] = told.centre.calls()
  told.centre.apply({ type: 'gone', at: at(100), sessions: [{ id: 'a', lastSeenAt: at(80) }] })
  const { steps, sessions } = told.centre.recordOf([...told.centre.calls()][0]!)
  expect(steps[steps.length - 1]).toMatchObject({ how: 'lost', at: at(80) })
  const { centre } = story()
  for (const { at: when, how, state, caller = '', callee = '' } of steps) {
    const session = { ...call!.sessions[0], caller, callee, state, startedAt: undefined }
    const firstId = sessions[0]!.id
    centre.recall({
      type: 'step',
      at: when,
      how,
      firstId,
      hasMoved: true,
      isFoundHere: false,
      isFromStart: true,
      session,
    })
  }
  expect(centre.isCovered(at(0), at(80))).toBe(true)
  expect(centre.isCovered(at(80), at(81))).toBe(false)
})

test('where something was missed, a visit may be answered that ended unanswered as only answered ones do', () => {
  const told = story()
    .open(10, 'a', '+3615550101>5000', 'InCall')
    .open(20, 'b', '+3615550101>1001', { masterId: 'a' }, 'Ringing')
    .to(40, 'a', 'CallerHungUp')
    .to(40, 'b', 'CallerHungUp')
    .open(50, 'c', '+3615550202>5001', 'InCall')
    .to(60, 'c', 'CallerHungUp')
    .until(100)
  const knowledge = (scope: string) => told.centre.knowledge(scope)
  expect(told.centre.figures('queue:5000').abandoned).toBe(1)
  expect(knowledge('queue:5000')).toEqual({ isCovered: true, isCounted: true })

  told.centre.apply({ type: 'missed', at: at(100), since: at(15) })
  expect(knowledge('queue:5000')).toEqual({ isCovered: false, isCounted: false })
  expect(knowledge('queue:5001')).toEqual({ isCovered: false, isCounted: true })
  const rows = told.centre.intervals('queue:5000', 30)
  expect(rows.map(({ isCounted }) => isCounted)).toEqual([false])
})

test('nor is it certain what became of a visit that was handed over to nobody', () => {
  const told = story()
    .open(10, 'a', '+3615550101>5000', 'InCall')
    .to(20, 'a', 'TransferRequested', 'TransferCompleted')
    .until(100)
  told.centre.apply({ type: 'missed', at: at(100), since: at(15) })
  expect(told.centre.figures('queue:5000').flowedOut).toBe(1)
  expect(told.centre.knowledge('queue:5000').isCounted).toBe(false)
})
