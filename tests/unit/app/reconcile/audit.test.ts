import { expect, test } from 'vitest'
import { createAuditStage } from '../../../support/auditStage.ts'
import type { AuditStage } from '../../../support/auditStage.ts'

/** A stage on which a list has held the calls `a` and `b`, both talking. */
function talking(): AuditStage {
  const stage = createAuditStage()
  stage.tell('a', 'InCall')
  stage.tell('b', 'InCall')
  stage.list()
  stage.pass(5_000)
  return stage
}

/** Three more lists, 5 s apart, with somebody telling of `b` before each. */
function listOn(stage: AuditStage, lists: number): void {
  for (let list = 0; list < lists; list++) {
    stage.tell('b', list % 2 === 0 ? 'OnHold' : 'InCall')
    stage.list()
    stage.pass(5_000)
  }
}

test('a listed call that is not listed any more, and no event since, means that the PBX is silent', () => {
  const stage = talking()
  const certain = stage.now() - 5_000
  stage.tell('a', 'CallerHungUp', false)
  stage.list()
  stage.pass(2_999)
  expect(stage.conclude()).toBeUndefined()
  stage.pass(1)
  expect(stage.conclude()).toEqual({ type: 'silent', since: certain })
  expect(stage.conclude()).toBeUndefined()
})

test('a listed call that nobody here knows, and no event since, means that the PBX is silent', () => {
  const stage = talking()
  stage.tell('c', 'Ringing', false)
  stage.list()
  stage.pass(3_000)
  expect(stage.conclude()?.type).toBe('silent')
})

test('an event that is late by less than three seconds takes the doubt away', () => {
  const stage = talking()
  stage.tell('a', 'CallerHungUp', false)
  stage.list()
  stage.pass(2_900)
  stage.tell('a', 'CallerHungUp')
  stage.pass(100)
  expect(stage.conclude()).toBeUndefined()
})

test('before ids were seen to agree nothing is concluded', () => {
  const stage = createAuditStage({ callIdOf: (id) => `call-${id}` })
  stage.tell('a', 'InCall')
  for (let list = 0; list < 20; list++) {
    stage.list()
    stage.pass(5_000)
    expect(stage.conclude()).toBeUndefined()
  }
})

test('without common ids parties and starts must have agreed three times, and only missing calls count', () => {
  const stage = createAuditStage({ callIdOf: (id) => `call-${id}` })
  for (const id of ['a', 'b', 'c']) stage.tell(id, 'InCall')
  stage.list()
  stage.tell('d', 'InCall', false)
  stage.pass(5_000)
  stage.list()
  stage.pass(4_000)
  expect(stage.conclude()).toBeUndefined()
  stage.tell('a', 'CallerHungUp', false)
  stage.list()
  stage.pass(4_000)
  expect(stage.conclude()?.type).toBe('silent')
})

test('a call that ended unseen while others tell is gone after three lists, as of the last that held it', () => {
  const stage = talking()
  const last = stage.now() - 5_000
  stage.tell('a', 'CallerHungUp', false)
  listOn(stage, 2)
  expect(stage.conclude()).toBeUndefined()
  listOn(stage, 1)
  expect(stage.conclude()).toEqual({ type: 'gone', sessions: [{ id: 'a', lastSeenAt: last }] })
})

test('a call that ended unseen right after a new connection is gone too, though no list has held it since', () => {
  const stage = createAuditStage()
  stage.tell('leg', 'InCall')
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) stage.tell(id, 'InCall')
  stage.list(['a', 'b', 'c', 'd', 'e', 'f'])
  stage.pass(5_000)
  stage.list(['a', 'b', 'c', 'd', 'e', 'f'])
  // From now on a session that no list ever held may be of a kind that is not listed.
  stage.tell('leg', 'CallerHungUp', false)
  stage.tell('leg', 'OnHold')
  const last = stage.now()
  stage.pass(3_000)
  stage.reconnect()
  stage.tell('a', 'CallerHungUp', false)
  stage.pass(2_000)
  listOn(stage, 4)
  expect(stage.conclude()).toEqual({ type: 'gone', sessions: [{ id: 'a', lastSeenAt: last }] })
})

test('a listed call that is never told while others tell needs a fresh snapshot, once a minute at most', () => {
  const stage = talking()
  stage.tell('c', 'InCall', false)
  listOn(stage, 3)
  expect(stage.conclude()?.type).toBe('missed')
  stage.reconnect()
  stage.pass(5_000)
  listOn(stage, 1)
  stage.tell('d', 'InCall', false)
  listOn(stage, 5)
  expect(stage.conclude()?.type).toBe('hole')
  expect(stage.conclude()).toBeUndefined()
  listOn(stage, 8)
  expect(stage.conclude()?.type).toBe('missed')
})

test('a listed call that no snapshot tells costs one connection, and the next one only after a while', () => {
  const stage = talking()
  stage.tell('x', 'InCall', false)
  stage.list()
  stage.pass(3_000)
  expect(stage.conclude()?.type).toBe('silent')
  stage.reconnect(['x'])
  stage.pass(5_000)
  for (let list = 0; list < 5; list++) {
    stage.list()
    stage.pass(5_000)
    expect(stage.conclude()).toBeUndefined()
  }
  stage.tell('y', 'InCall', false)
  stage.list()
  stage.pass(3_000)
  expect(stage.conclude()).toBeUndefined()
  stage.pass(120_000)
  stage.list()
  stage.pass(3_000)
  expect(stage.conclude()?.type).toBe('silent')
})

test('a call of which the wall saw the end may stay in the list for ever', () => {
  const stage = talking()
  stage.tell('a', 'CallerHungUp')
  for (let list = 0; list < 10; list++) {
    stage.list(['a', 'b'])
    stage.pass(5_000)
    expect(stage.conclude()).toBeUndefined()
  }
})

test('a list that is empty by mistake ends nobody while events arrive: a snapshot decides', () => {
  const stage = createAuditStage()
  for (const id of ['a', 'b', 'c', 'd']) stage.tell(id, 'InCall')
  stage.list()
  stage.pass(5_000)
  for (let list = 0; list < 3; list++) {
    stage.tell('d', list % 2 === 0 ? 'OnHold' : 'InCall')
    stage.list([])
    stage.pass(5_000)
  }
  expect(stage.conclude()?.type).toBe('missed')
})

test('sessions of a kind that is never listed are left alone once one of them has lived on', () => {
  const stage = talking()
  for (const id of ['c', 'd', 'e', 'f']) stage.tell(id, 'InCall')
  stage.list()
  stage.tell('leg', 'InCall')
  const listed = ['a', 'b', 'c', 'd', 'e', 'f']
  for (let list = 0; list < 3; list++) {
    stage.list(listed)
    stage.pass(5_000)
  }
  stage.tell('leg', 'OnHold')
  for (let list = 0; list < 10; list++) {
    stage.tell('b', list % 2 === 0 ? 'OnHold' : 'InCall')
    stage.list(listed)
    stage.pass(5_000)
    expect(stage.conclude()).toBeUndefined()
  }
})

test('a ring that was never listed and whose end was missed is gone after four lists', () => {
  const stage = talking()
  for (const id of ['c', 'd', 'e', 'f']) stage.tell(id, 'InCall')
  stage.list()
  const [ringing, since] = ['r', stage.now()]
  stage.tell(ringing, 'Ringing')
  stage.tell(ringing, 'Cancelled', false)
  listOn(stage, 3)
  expect(stage.conclude()).toBeUndefined()
  listOn(stage, 2)
  expect(stage.conclude()).toMatchObject({ type: 'gone', sessions: [{ id: 'r' }] })
  expect(since).toBeLessThan(stage.now())
})

test('an id that is not told within three seconds after one list is a hole since the last that agreed', () => {
  const stage = talking()
  const agreed = stage.now() - 5_000
  stage.tell('c', 'InCall', false)
  stage.list()
  stage.pass(1_000)
  stage.tell('b', 'OnHold')
  stage.pass(1_999)
  expect(stage.conclude()).toBeUndefined()
  stage.pass(1)
  expect(stage.conclude()).toEqual({ type: 'hole', since: agreed })
  expect(stage.conclude()).toBeUndefined()
})
