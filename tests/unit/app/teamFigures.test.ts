import { expect, test } from 'vitest'
import { figuresOf, levelOf } from '@/app/stores/teamFigures.ts'
import type { FigureView } from '@/app/components/views.ts'
import { parseConfig } from '@/contract/config.ts'
import { wallConfigOf } from '@/contract/wallConfig.ts'
import { midnight, story, support } from '../../support/centre.ts'
import type { Story } from '../../support/centre.ts'

test.each([
  [undefined, [2, 5], false, 'ok'],
  [1, undefined, false, 'ok'],
  [1.9, [2, 5], false, 'ok'],
  [2, [2, 5], false, 'warn'],
  [5, [2, 5], false, 'alarm'],
  [0.8, [0.8, 0.6], true, 'ok'],
  [0.7999, [0.8, 0.6], true, 'warn'],
  [0.6, [0.8, 0.6], true, 'warn'],
  [0.5999, [0.8, 0.6], true, 'alarm'],
] as const)('%s against %j, lower worse %s, is %s', (value, thresholds, isLowerWorse, level) => {
  expect(levelOf(value, thresholds, isLowerWorse)).toBe(level)
})

function figuresAt(told: Story, second: number): Record<string, FigureView> {
  const { config } = parseConfig({ pbx: { address: '192.0.2.10' } })
  const figures = figuresOf({
    centre: told.centre,
    config: wallConfigOf(config!),
    scope: 'team:support',
    scopes: ['queue:5000'],
    agents: support.agents.map((agent) => told.centre.agent(agent)),
    now: midnight + second * 1000,
    thresholds: { longestWaitNow: [60, 120] },
    notes: {
      target: () => '',
      offered: (count) => `of ${count}`,
      abandoned: (count, short) => `${count} ${short}`,
      atWork: (count) => `of ${count}`,
      average: '',
      now: '',
    },
  })
  return Object.fromEntries(figures.map((figure) => [figure.name, figure]))
}

test('without calls counts are 0 and everything that is measured on calls has no value', () => {
  const told = story().until(60)
  const values = Object.values(figuresAt(told, 60)).map(({ name, value }) => [name, value])
  expect(Object.fromEntries(values)).toEqual({
    waitingCalls: 0,
    longestWaitNow: undefined,
    serviceLevel: undefined,
    answered: 0,
    abandonRate: undefined,
    averageSpeedOfAnswer: undefined,
    agentsAvailable: 0,
  })
})

test('who has waited longer than the service level allows is against it already', () => {
  const told = story()
    .open(0, 'a', '061>5000', 'InCall')
    .open(5, 'b', '062>5000', 'InCall')
    .to(6, 'a', 'Transferring')
    .open(6, 'a2', '061>1001', { masterId: 'a' }, 'InCall')
    .to(6, 'a', 'TransferCompleted')
    .until(90)
  const figures = figuresAt(told, 90)
  expect(figures['serviceLevel']?.value).toBe(0.5)
  expect(figures['longestWaitNow']).toMatchObject({ value: 85, level: 'warn' })
  expect(figures['answered']).toMatchObject({ value: 1, note: 'of 2' })
  expect(figures['averageSpeedOfAnswer']?.value).toBe(6)
})

test('today’s figures are partial when the day began before the wall did, gauges never', () => {
  const told = story().lose(10).snapshot(100).until(200)
  const figures = figuresAt(told, 200)
  expect(figures['answered']?.isPartial).toBe(true)
  expect(figures['waitingCalls']?.isPartial).toBe(false)
  expect(figuresAt(story().until(200), 200)['answered']?.isPartial).toBe(false)
})
