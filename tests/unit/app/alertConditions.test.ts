import { expect, test } from 'vitest'
import { conditionsOf } from '@/app/stores/alertConditions.ts'
import type { AlertReading } from '@/app/stores/alertConditions.ts'

const reading = (
  figures: Partial<AlertReading['figures']> = {},
  facts: Partial<AlertReading> = {},
): AlertReading => ({
  scope: 'team:support',
  subject: '',
  figures: {
    waitingCalls: 0,
    longestWaitNow: undefined,
    serviceLevel: undefined,
    agentsAvailable: 3,
    agentsRinging: 0,
    ...figures,
  },
  thresholds: { longestWaitNow: [60, 120], serviceLevel: [0.8, 0.6] },
  hasAgents: true,
  ...facts,
})
const kinds = (...readings: AlertReading[]): string[] =>
  conditionsOf(readings).map(({ kind }) => kind)

test('nothing is wrong in a quiet team', () => {
  expect(kinds(reading())).toEqual([])
})

test('a wait alarms from its alarm threshold on, which the alert names', () => {
  expect(kinds(reading({ waitingCalls: 1, longestWaitNow: 119.9 }))).toEqual([])
  expect(conditionsOf([reading({ waitingCalls: 1, longestWaitNow: 120 })])).toEqual([
    { kind: 'longWait', scope: 'team:support', subject: '', limit: 120 },
  ])
})

test('a service level alarms under its alarm threshold', () => {
  expect(kinds(reading({ serviceLevel: 0.6 }))).toEqual([])
  expect(conditionsOf([reading({ serviceLevel: 0.599 })])).toMatchObject([
    { kind: 'serviceLevel', limit: 0.6 },
  ])
})

test('a team without thresholds has neither', () => {
  const figures = { waitingCalls: 1, longestWaitNow: 9999, serviceLevel: 0 }
  expect(kinds(reading(figures, { thresholds: {} }))).toEqual([])
})

test('nobody is free when more callers wait than phones ring', () => {
  const busy = { agentsAvailable: 0, waitingCalls: 1 }
  expect(kinds(reading(busy))).toEqual(['nobodyFree'])
  expect(kinds(reading({ ...busy, agentsRinging: 1 }))).toEqual([])
  expect(kinds(reading({ ...busy, agentsAvailable: 1 }))).toEqual([])
  expect(kinds(reading({ ...busy, waitingCalls: 0 }))).toEqual([])
})

test('a team of nobody has nobody to miss', () => {
  const figures = { agentsAvailable: 0, waitingCalls: 2 }
  expect(kinds(reading(figures, { hasAgents: false }))).toEqual([])
})

test('every team of a wall is looked at', () => {
  const sales = reading({ serviceLevel: 0.1 }, { scope: 'team:sales', subject: 'Sales' })
  expect(conditionsOf([reading(), sales])).toMatchObject([
    { scope: 'team:sales', subject: 'Sales' },
  ])
})
