import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seat, settings, story } from '../../support/centre.ts'
import type { Story } from '../../support/centre.ts'

const customer = '+3615550100'

/** A customer talks to Eva of the front desk since second 15; she holds him and has asked Finn. */
const consulting = (): Story =>
  story()
    .open(10, 'a', `${customer}>1020`, 'Ringing')
    .to(15, 'a', 'InCall')
    .to(40, 'a', 'CallerOnHold')
    .open(40, 'c', '1020>1021', 'Ringing')
    .to(44, 'c', 'InCall')

const sessionsOfCalls = ({ centre }: Story): string[] =>
  [...centre.calls()].map(({ sessions }) => sessions.map(({ id }) => id).join(' ')).sort()

test('in whatever order an attended transfer is told, the customer stays in his own call', () => {
  const tellings: readonly ((told: Story, second: number) => Story)[] = [
    (told, second) => told.to(second, 'a', 'TransferCompleted'),
    (told, second) =>
      told.open(second, 'd', `${customer}>1021`, { masterId: 'c', state: 'InCall' }),
    (told, second) => told.to(second, 'c', 'TransferCompleted'),
  ]
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)),
      (order, gaps) => {
        let second = 60
        const told = consulting()
        order.forEach((index, place) => {
          second += gaps[place] ?? 0
          tellings[index]?.(told, second)
        })
        expect(sessionsOfCalls(told)).toEqual(['a d', 'c'])
        expect(told.until(90).visits()).toEqual(['team:desk answered after 5 s'])
        expect(told.state('1020')).toMatch(/^available/)
        expect(told.state('1021')).toMatch(/^talking since 6\d with \+3615550100$/)
      },
    ),
  )
})

test('a customer who was handed over can be sent on with the consultation’s master id', () => {
  const told = consulting()
    .open(60, 'd', `${customer}>1021`, { masterId: 'c', state: 'InCall' })
    .to(61, 'a', 'TransferCompleted')
    .to(61, 'c', 'TransferCompleted')
    .to(100, 'd', 'TransferCompleted')
    .open(110, 'e', `${customer}>1020`, { masterId: 'c', state: 'Ringing' })
  expect(sessionsOfCalls(told)).toEqual(['a d e', 'c'])
})

test('a follow-up with a master that nobody knows joins the call that is handed over after it', () => {
  const told = story()
    .open(10, 'a', `${customer}>1001`, 'Ringing', 'InCall')
    .open(60, 'b', `${customer}>1002`, { masterId: 'never seen' }, 'Ringing')
    .to(62, 'a', 'TransferCompleted')
  expect(sessionsOfCalls(told)).toEqual(['a b'])
})

test('a second call of the same number is not taken out of its own call by a hand-over', () => {
  const told = story()
    .open(10, 'a', `${customer}>1001`, 'Ringing', 'InCall')
    .open(50, 'b', `${customer}>1010`, 'Ringing', 'InCall')
    .open(59, 'c', '1010>1003', { masterId: 'b' }, 'Ringing')
    .to(60, 'a', 'TransferCompleted')
  expect(sessionsOfCalls(told)).toEqual(['a', 'b c'])
})

test('a caller of a team without queues flows out when a machine answers for it', () => {
  const told = story()
    .open(10, 'a', `${customer}>1020`, 'Ringing')
    .change(30, 'a', { callee: '900', state: 'InCall' })
  expect(told.visits()).toEqual(['team:desk flowedOut after 20 s'])
})

test('a caller of a team without queues whom it sends to a queue is not answered by it', () => {
  const told = story()
    .open(10, 'a', `${customer}>1020`, 'Ringing')
    .to(30, 'a', 'NotAnswered')
    .open(30, 'b', `${customer}>5000`, { masterId: 'a' }, 'Ringing', 'InCall')
    .open(40, 'c', `${customer}>1001`, { masterId: 'a' }, 'Ringing')
    .to(45, 'c', 'InCall')
  expect(told.visits()).toEqual([
    'queue:5000 answered after 15 s',
    'team:desk flowedOut after 20 s',
  ])
})

test('a phone that rang already when another was sent to the voicemail still answers for the team', () => {
  const told = story()
    .open(10, 'a', `${customer}>1020`, 'Ringing')
    .open(10, 'b', `${customer}>1021`, 'Ringing')
    .change(30, 'a', { callee: '900', state: 'InCall' })
    .to(31, 'b', 'InCall')
  expect(told.visits()).toEqual(['team:desk answered after 21 s'])
})

test('a presence code is nobody outside: no wrap-up follows it, and the tile dials meanwhile', () => {
  const told = story({ wrapUpMs: 60_000 }).open(10, 'a', '1001>*45', 'InCall')
  expect(told.state('1001')).toBe('dialing since 10 with *45 (internal)')
  expect(told.to(12, 'a', 'CalleeHungUp').state('1001')).toBe('away (lunch) since 10')
})

test('an agent may come back at another of his extensions than the one he left at', () => {
  const ana = { ...seat('1001', 'Ana'), extensions: ['1001', '6001'] }
  const [team, ...rest] = settings().teams
  const told = story({ teams: [{ ...team!, agents: [ana] }, ...rest] })
    .open(10, 'a', '1001>*45', 'InCall')
    .to(12, 'a', 'CalleeHungUp')
    .open(60, 'b', '6001>*46', 'InCall')
    .to(62, 'b', 'CalleeHungUp')
  expect(told.state('1001')).toBe('available since 62')
})

test('an agent whose caller goes on to another phone in the same session has finished', () => {
  const told = story({ wrapUpMs: 20_000 })
    .open(10, 'a', `${customer}>1020`, 'Ringing', 'InCall')
    .change(60, 'a', { callee: '1021' })
  expect(told.state('1020')).toBe('wrapup since 60')
  expect(told.until(80).state('1020')).toBe('available since 80')
  expect(told.state('1021')).toBe('talking since 60 with +3615550100')
})

test('a second call of the same number to the IVR is not the waiting one that moves on', () => {
  const told = story()
    .open(10, 'a', `${customer}>5000`, 'InCall')
    .open(20, 'b', `${customer}>900`, 'InCall')
    .until(60)
  expect(sessionsOfCalls(told)).toEqual(['a', 'b'])
  expect(told.visits()).toEqual(['queue:5000 waiting'])
})
