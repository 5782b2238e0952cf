import { expect, test } from 'vitest'
import { facts, story } from '../../support/centre.ts'
import type { Story } from '../../support/centre.ts'

const queued = (): Story => story().open(10, 'a', '+3615550100>5000', 'Ringing', 'InCall')

const handedOver = (): Story =>
  queued()
    .to(30, 'a', 'TransferRequested', 'Transferring')
    .open(30, 'b', '+3615550100>1001', { masterId: 'a', state: 'TransferSetup' }, 'Ringing')

test('a caller who reaches a queue waits, and waiting is not talking', () => {
  const { centre } = queued()
  expect(centre.waiting('queue:5000')).toHaveLength(1)
  expect(queued().visits()).toEqual(['queue:5000 waiting'])
})

test('a visit is answered when an agent talks, not when the queue picks up', () => {
  const told = handedOver().to(35, 'b', 'InCall').to(35, 'a', 'TransferCompleted')
  expect(told.visits()).toEqual(['queue:5000 answered after 25 s'])
  expect(told.state('1001')).toBe('talking since 35 with +3615550100')
})

test('an agent who does not answer leaves the visit waiting, the next one answers the same visit', () => {
  const told = handedOver()
    .to(45, 'b', 'NotAnswered')
    .to(45, 'a', 'TransferFailed', 'InCall')
    .open(46, 'c', '+3615550100>1002', { masterId: 'a' }, 'Ringing')
    .to(50, 'c', 'InCall')
  expect(told.visits()).toEqual(['queue:5000 answered after 40 s'])
  expect(told.state('1001')).toBe('available since 45')
})

test('a caller who gives up has abandoned, whether or not a phone was ringing', () => {
  expect(queued().to(70, 'a', 'CallerHungUp').visits()).toEqual(['queue:5000 abandoned after 60 s'])
  const ringing = handedOver().to(40, 'b', 'Cancelled').to(40, 'a', 'CallerHungUp')
  expect(ringing.visits()).toEqual(['queue:5000 abandoned after 30 s'])
})

test('giving up sooner than the short-abandon limit is counted apart', () => {
  expect(queued().to(14, 'a', 'CallerHungUp').visits()).toEqual([
    'queue:5000 shortAbandoned after 4 s',
  ])
})

test('a queue that hangs up lets the visit flow out, after three seconds without a follow-up', () => {
  const told = queued().to(40, 'a', 'CalleeHungUp')
  expect(told.visits()).toEqual(['queue:5000 waiting (leaving)'])
  expect(told.until(43).visits()).toEqual(['queue:5000 flowedOut after 30 s'])
})

test('a call that overflows to a second queue is offered in both', () => {
  const told = queued()
    .to(40, 'a', 'Redirected')
    .open(41, 'b', '+3615550100>5001', { masterId: 'a' }, 'Ringing', 'InCall')
    .to(60, 'b', 'CallerHungUp')
  expect(told.visits()).toEqual([
    'queue:5000 flowedOut after 31 s',
    'queue:5001 abandoned after 19 s',
  ])
})

test('an answered call that is transferred to another queue makes a new visit there', () => {
  const told = handedOver()
    .to(35, 'b', 'InCall')
    .to(35, 'a', 'TransferCompleted')
    .to(90, 'b', 'TransferRequested', 'Transferring', 'TransferCompleted')
    .open(90, 'c', '+3615550100>5001', { masterId: 'a' }, 'Ringing', 'InCall')
  expect(told.visits()).toEqual(['queue:5000 answered after 25 s', 'queue:5001 waiting'])
})

test('a direct call to an agent of a team with queues is no visit', () => {
  const told = story().open(10, 'a', '+3615550100>1001', 'Ringing').to(15, 'a', 'InCall')
  expect(told.visits()).toEqual([])
  expect(told.state('1001')).toBe('talking since 15 with +3615550100')
})

test('in a team without queues the visit begins at the first ring', () => {
  const ringing = story().open(10, 'a', '+3615550100>1020').to(12, 'a', 'Ringing')
  expect(ringing.to(20, 'a', 'InCall').visits()).toEqual(['team:desk answered after 8 s'])
})

test('a ring group in parallel sessions is one visit, and its losers change nothing', () => {
  const told = story()
    .open(10, 'a', '+3615550100>1020', 'Ringing')
    .open(10, 'b', '+3615550100>1021', 'Ringing')
    .to(14, 'b', 'InCall')
    .to(14, 'a', 'Cancelled')
  expect(told.visits()).toEqual(['team:desk answered after 4 s'])
  expect(told.state('1021')).toBe('talking since 14 with +3615550100')
  expect(told.state('1020')).toBe('available since 14')
})

test('a ring group in one session follows the callee that changes', () => {
  const told = story()
    .open(10, 'a', '+3615550100>1020', 'Ringing')
    .change(14, 'a', { callee: '1021' })
    .to(16, 'a', 'InCall')
  expect(told.visits()).toEqual(['team:desk answered after 6 s'])
  expect(told.state('1020')).toBe('available since ?')
  expect(told.state('1021')).toBe('talking since 16 with +3615550100')
})

test('a ring group that nobody answers flows out', () => {
  const told = story()
    .open(10, 'a', '+3615550100>1020', 'Ringing')
    .open(10, 'b', '+3615550100>1021', 'Ringing')
    .to(40, 'a', 'NotAnswered')
    .to(40, 'b', 'NotAnswered')
  expect(told.visits()).toEqual(['team:desk flowedOut after 30 s'])
})

test('without master ids the agent’s session is found by the same caller', () => {
  const told = queued()
    .open(30, 'b', '+3615550100>1001', { masterId: '' }, 'Ringing')
    .to(35, 'b', 'InCall')
    .to(36, 'a', 'Ended')
  expect(told.visits()).toEqual(['queue:5000 answered after 25 s'])
})

test('a hand-over that is told after its follow-up still joins the two', () => {
  const told = story()
    .open(10, 'a', '+3615550100>1001', 'Ringing', 'InCall')
    .open(60, 'b', '+3615550100>1002', { masterId: '' }, 'Ringing')
    .to(61, 'a', 'TransferCompleted')
  expect([...told.centre.calls()].map(({ id, sessions }) => [id, sessions.length])).toEqual([
    ['a', 2],
  ])
})

test('two callers with a withheld number are not taken for one', () => {
  const told = story()
    .open(10, 'a', '>5000', 'Ringing', 'InCall')
    .open(11, 'b', '>5000', 'Ringing', 'InCall')
    .open(20, 'c', '>1001', { masterId: '' }, 'Ringing')
    .to(22, 'c', 'InCall')
  expect(told.visits()).toEqual(['queue:5000 waiting', 'queue:5000 waiting'])
})

test('a caller who is found waiting at connect waits since the start that the PBX tells', () => {
  const startedAt = story().centre.dayStart() + 60_000
  const told = story()
    .snapshot(
      100,
      facts('a', { caller: '+3615550100', callee: '5000', state: 'InCall', startedAt }),
    )
    .open(120, 'b', '+3615550100>1001', { masterId: 'a' }, 'Ringing')
    .to(125, 'b', 'InCall')
  expect(told.visits()).toEqual(['queue:5000 answered after 65 s'])
})

test('a snapshot in any order keeps a caller and the phone that rings for him together', () => {
  const waiting = facts('a', { caller: '+3615550100', callee: '5000', state: 'Transferring' })
  const ringing = facts('b', {
    ...waiting,
    id: 'b',
    masterId: 'a',
    callee: '1001',
    state: 'Ringing',
  })
  for (const found of [
    [waiting, ringing],
    [ringing, waiting],
  ]) {
    const told = story()
      .snapshot(100, ...found)
      .to(105, 'b', 'InCall')
    expect(told.to(105, 'a', 'TransferCompleted').until(120).visits()).toEqual([
      'queue:5000 answered',
    ])
  }
})

test('a call found talking with a foreign master id is an answered visit of unknown wait', () => {
  const told = story().snapshot(
    100,
    facts('b', {
      masterId: 'a',
      caller: '+3615550100',
      callee: '1001',
      state: 'InCall',
      dialed: '5000',
    }),
  )
  expect(told.visits()).toEqual(['queue:5000 answered'])
  expect(told.state('1001')).toBe('talking since ? with +3615550100')
})

test('a visit that ended while nobody looked is lost, not guessed', () => {
  const told = queued().lose(50).snapshot(80)
  expect(told.visits()).toEqual(['queue:5000 lost'])
})

test('an agent who calls a queue makes a visit and dials until a person answers', () => {
  const told = story().open(10, 'a', '1010>5000', 'Ringing', 'InCall')
  expect(told.visits()).toEqual(['queue:5000 waiting'])
  expect(told.state('1010')).toBe('dialing since 10 with 5000 (internal)')
})

test('a caller who talks to the voice menu first arrives when he reaches the queue', () => {
  const told = story()
    .open(10, 'a', '+3615550100>900', 'InCall')
    .to(30, 'a', 'TransferCompleted')
    .open(30, 'b', '+3615550100>5000', { masterId: 'a' }, 'InCall')
    .to(100, 'b', 'CallerHungUp')
  expect(told.visits()).toEqual(['queue:5000 abandoned after 70 s'])
})

test('a queue that sends the caller to a mobile has answered when the mobile does', () => {
  const told = queued()
    .to(40, 'a', 'TransferRequested', 'Transferring')
    .open(40, 'b', '+3615550100>+36205550123', { masterId: 'a' }, 'Ringing')
    .to(50, 'b', 'InCall')
  expect(told.visits()).toEqual(['queue:5000 answered after 40 s'])
})

test('nothing revives a session that is over, and a stranger’s word never ends one', () => {
  const over = queued().to(70, 'a', 'CallerHungUp').to(80, 'a', 'InCall')
  expect(over.visits()).toEqual(['queue:5000 abandoned after 60 s'])
  const strange = queued().change(20, 'a', { state: undefined })
  expect(strange.visits()).toEqual(['queue:5000 waiting'])
})

test('a word from before the answer that comes late does not take the answer back', () => {
  const told = handedOver().to(35, 'b', 'InCall', 'Ringing')
  expect(told.state('1001')).toBe('talking since 35 with +3615550100')
})

test('a session that closes without a final state is over', () => {
  const told = queued().close(70, 'a').until(73)
  expect(told.visits()).toEqual(['queue:5000 abandoned after 60 s'])
})
