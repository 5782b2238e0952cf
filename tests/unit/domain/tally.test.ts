import { expect, test } from 'vitest'
import {
  abandonRate,
  countArrival,
  emptyTally,
  emptyWindowTally,
  longestWait,
  serviceLevel,
  settleArrival,
} from '../../../src/domain/tally.ts'
import type { Tally, WindowTally } from '../../../src/domain/tally.ts'
import type { Outcome, Visit } from '../../../src/domain/visit.ts'

const visit = (outcome: Outcome, waitMs?: number): Visit => ({
  callId: 'a',
  scope: 'queue:5000',
  arrivedAt: 0,
  outcome,
  outcomeAt: undefined,
  waitMs,
  isInGauge: outcome === 'waiting',
  isInService: false,
  talkMs: undefined,
  handleMs: undefined,
  settlesAt: undefined,
  isInDoubt: false,
})

const windowOf = (...visits: Visit[]): WindowTally => {
  const window = emptyWindowTally()
  for (const one of visits) countArrival(window, one, 20_000, 1)
  return window
}

const tallyOf = (...visits: Visit[]): Tally => windowOf(...visits).counts

const morning = tallyOf(
  visit('answered', 20_000),
  visit('answered', 20_001),
  visit('answered'),
  visit('abandoned', 10_000),
  visit('abandoned', 30_000),
  visit('shortAbandoned', 2_000),
  visit('flowedOut', 5_000),
  visit('lost'),
  visit('waiting'),
)

test('every visit is offered and has exactly one outcome', () => {
  const { offered, answered, abandoned, shortAbandoned, flowedOut, lost, waiting } = morning
  expect(offered).toBe(9)
  expect(answered + abandoned + shortAbandoned + flowedOut + lost + waiting).toBe(offered)
})

test('the three formulas of the service level, with one visit that waits too long already', () => {
  expect(serviceLevel(morning, 1, 'offered')).toBe(1 / (2 + 2 + 1 + 1))
  expect(serviceLevel(morning, 1, 'answered')).toBe(1 / 2)
  expect(serviceLevel(morning, 1, 'positive')).toBe((1 + 1 + 1) / (2 + 2 + 1 + 1 + 1))
})

test('a visit whose wait nobody saw is on neither side of service level and speed of answer', () => {
  const unseen = tallyOf(visit('answered'))
  expect(serviceLevel(unseen, 0, 'offered')).toBeUndefined()
  expect(unseen).toMatchObject({ answered: 1, answeredKnown: 0, waitMs: 0 })
  expect(morning).toMatchObject({ answered: 3, answeredKnown: 2, waitMs: 40_001 })
})

test('without calls there is no rate, never 0 or 100 percent', () => {
  const none = emptyTally()
  for (const formula of ['offered', 'answered', 'positive'] as const) {
    expect(serviceLevel(none, 0, formula)).toBeUndefined()
  }
  expect(abandonRate(none)).toBeUndefined()
})

test('the abandon rate leaves out short abandons, lost and waiting visits', () => {
  expect(abandonRate(morning)).toBe(2 / (3 + 2 + 1))
})

test('taking every visit out again leaves nothing', () => {
  const window = windowOf(visit('answered', 4_000), visit('abandoned', 9_000))
  countArrival(window, visit('answered', 4_000), 20_000, -1)
  countArrival(window, visit('abandoned', 9_000), 20_000, -1)
  expect(window.counts).toEqual(emptyTally())
  expect(longestWait(window)).toBeUndefined()
})

test('the longest wait of a window outlives the visits that are settled, and follows those taken back', () => {
  const window = windowOf(visit('answered', 4_000), visit('abandoned', 9_000))
  settleArrival(window, visit('answered', 4_000))
  countArrival(window, visit('abandoned', 9_000), 20_000, -1)
  expect(longestWait(window)).toBe(4_000)
  expect(window.longestAnswered.get()).toBe(4_000)
})
