import { expect, test } from 'vitest'
import { facts, midnight, story, support } from '../../support/centre.ts'
import { createCentre } from '../../../src/domain/centre.ts'
import { settings } from '../../support/centre.ts'

test('before the first snapshot nobody knows what an agent does', () => {
  const centre = createCentre(settings(), midnight)
  expect(centre.agent(support.agents[0]!).state).toBe('unknown')
})

test('an agent without a session today was not seen, unless the site switched that off', () => {
  expect(story().state('1001')).toBe('notSeen since ?')
  const off = story({ presence: { away: {}, back: [], notSeen: false } })
  expect(off.state('1001')).toBe('available since ?')
})

test('ringing, talking, hold and free follow the session, each with its own time', () => {
  const told = story().open(10, 'a', '+3615550100>1001', 'Ringing')
  expect(told.state('1001')).toBe('ringing since 10 with +3615550100')
  expect(told.to(15, 'a', 'InCall').state('1001')).toBe('talking since 15 with +3615550100')
  expect(told.to(40, 'a', 'CallerOnHold').state('1001')).toBe('hold since 40 with +3615550100')
  expect(told.to(50, 'a', 'InCall').state('1001')).toBe('talking since 50 with +3615550100')
  expect(told.to(60, 'a', 'TransferRequested').state('1001')).toBe(
    'talking since 50 with +3615550100',
  )
  expect(told.to(90, 'a', 'CallerHungUp').state('1001')).toBe('available since 90')
})

test('who calls is dialing until the other side answers', () => {
  const told = story().open(10, 'a', '1001>+3615550100', 'Ringing')
  expect(told.state('1001')).toBe('dialing since 10 with +3615550100')
  expect(told.to(20, 'a', 'InCall').state('1001')).toBe('talking since 20 with +3615550100')
})

test('a call between two of us is internal for both, until one of them also has a customer', () => {
  const told = story().open(10, 'a', '1001>1002', 'Ringing').to(12, 'a', 'InCall')
  expect(told.state('1001')).toBe('talking since 12 with 1002 (internal)')
  told.open(20, 'b', '+3615550100>1002', 'Ringing')
  expect(told.state('1002')).toBe('talking since 12 with 1001')
})

test('of two sessions the busier state wins, and of two alike the later one', () => {
  const told = story()
    .open(10, 'a', '+3615550100>1001', 'Ringing', 'InCall')
    .open(20, 'b', '+3615550111>1001', 'Ringing')
  expect(told.state('1001')).toBe('talking since 10 with +3615550100')
  told.to(25, 'a', 'CallerOnHold').to(25, 'b', 'InCall')
  expect(told.state('1001')).toBe('talking since 25 with +3615550111')
})

test('wrap-up follows a talk with a customer, for as long as the site allows', () => {
  const told = story({ wrapUpMs: 30_000 }).open(10, 'a', '+3615550100>1001', 'Ringing', 'InCall')
  expect(told.to(60, 'a', 'CallerHungUp').state('1001')).toBe('wrapup since 60')
  expect(told.until(90).state('1001')).toBe('available since 90')
})

test('the next session cuts a wrap-up short, and an unanswered one makes none', () => {
  const told = story({ wrapUpMs: 30_000 })
    .open(10, 'a', '+3615550100>1001', 'Ringing', 'InCall')
    .to(60, 'a', 'CallerHungUp')
    .open(70, 'b', '+3615550111>1001', 'Ringing')
  expect(told.state('1001')).toBe('ringing since 70 with +3615550111')
  expect(told.to(75, 'b', 'Cancelled').state('1001')).toBe('available since 75')
})

test('a presence number sends an agent away with its reason, and another brings him back', () => {
  const told = story().open(10, 'a', '1001>*45', 'InCall').to(12, 'a', 'CallerHungUp')
  expect(told.state('1001')).toBe('away (lunch) since 10')
  told.open(50, 'b', '1001>*46', 'InCall').to(51, 'b', 'CallerHungUp')
  expect(told.state('1001')).toBe('available since 51')
})

test('five minutes after a loss of connection nobody knows any more', () => {
  const told = story()
    .open(10, 'a', '+3615550100>1001', 'Ringing')
    .to(20, 'a', 'Cancelled')
    .lose(30)
  expect(told.until(329).state('1001')).toBe('available since 20')
  expect(told.until(330).state('1001')).toBe('unknown since ?')
  expect(told.snapshot(400).state('1001')).toBe('available since ?')
})

test('nobody knows since when a phone is free that was not watched all the time, or whose call was lost', () => {
  const told = story()
    .open(10, 'a', '1001>*45', 'InCall')
    .to(12, 'a', 'CallerHungUp')
    .open(10, 'b', '+3615550100>1002', 'InCall')
    .open(10, 'c', '+3615550101>1003', 'InCall')
    .to(15, 'c', 'CallerHungUp')
    .lose(30)
    .snapshot(60)
    .until(70)
  expect(told.state('1001')).toBe('away (lunch) since ?')
  expect(told.state('1002')).toBe('available since ?')
  expect(told.state('1003')).toBe('available since ?')
  told.open(80, 'd', '+3615550101>1003', 'InCall')
  const gone = [{ id: 'd', lastSeenAt: midnight + 90_000 }]
  told.centre.apply({ type: 'gone', at: midnight + 100_000, sessions: gone })
  expect(told.state('1003')).toBe('available since ?')
  told.open(110, 'e', '+3615550101>1003', 'InCall').to(120, 'e', 'CallerHungUp')
  expect(told.state('1003')).toBe('available since 120')
})

test('nor of somebody who was talking, until a snapshot tells', () => {
  const talking = { caller: '+3615550100', callee: '1001', state: 'InCall' } as const
  const told = story().open(10, 'a', '+3615550100>1001', 'InCall').lose(30)
  expect(told.until(329).state('1001')).toBe('talking since 10 with +3615550100')
  expect(told.until(330).state('1001')).toBe('unknown since ?')
  expect(told.snapshot(400, facts('a', talking)).state('1001')).toBe(
    'talking since 10 with +3615550100',
  )
})

test('a wrap-up that nobody can see end does not end before the connection is there again', () => {
  const told = story({ wrapUpMs: 30_000 })
    .open(10, 'a', '+3615550100>1001', 'InCall')
    .to(60, 'a', 'CallerHungUp')
    .lose(70)
  expect(told.until(200).state('1001')).toBe('wrapup since 60')
  expect(told.snapshot(210).state('1001')).toBe('available since ?')
})

test('the next day begins with nobody seen', () => {
  const told = story().open(10, 'a', '+3615550100>1001', 'Ringing').to(20, 'a', 'Cancelled')
  expect(told.until(86_399).state('1001')).toBe('available since 20')
  expect(told.until(86_400).state('1001')).toBe('notSeen since ?')
})

test('the directory gives names and makes its extensions ours, also in calls that are alive', () => {
  const told = story().open(10, 'a', '1001>1077', 'Ringing')
  expect(told.state('1001')).toBe('dialing since 10 with 1077')
  told.centre.apply({
    type: 'directory',
    at: midnight + 11_000,
    entries: [{ extension: '1077', name: 'Zoe', online: undefined }],
  })
  expect(told.state('1001')).toBe('dialing since 10 with Zoe (internal)')
})

test('an agent whose phone the PBX calls disconnected is offline', () => {
  const told = story()
  told.centre.apply({
    type: 'directory',
    at: midnight,
    entries: [{ extension: '1001', name: '', online: false }],
  })
  expect(told.state('1001')).toBe('offline since ?')
})

test('a status that did not change stays the same object', () => {
  const told = story().open(10, 'a', '+3615550100>1001', 'Ringing')
  const [ana, ben] = support.agents
  const [first, second] = [told.centre.agent(ana!), told.centre.agent(ben!)]
  told.to(20, 'a', 'InCall')
  expect(told.centre.agent(ana!)).not.toBe(first)
  expect(told.centre.agent(ben!)).toBe(second)
})

test('a start that lies in the future or twelve hours back is not believed', () => {
  const alive = (startedAt: number): string =>
    story()
      .snapshot(43_300, facts('a', { caller: '+361', callee: '1001', state: 'InCall', startedAt }))
      .state('1001')
  expect(alive(midnight + 43_200_000)).toBe('talking since 43200 with +361')
  expect(alive(midnight + 43_301_000)).toBe('talking since ? with +361')
  expect(alive(midnight)).toBe('talking since ? with +361')
})
