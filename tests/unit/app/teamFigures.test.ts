import { expect, test } from 'vitest'
import type { FigureView } from '@/app/components/views.ts'
import { messages } from '@/app/locales/messages.ts'
import type { ScopeReading } from '@/app/stores/figureViews.ts'
import {
  blocksOf,
  keepBlocks,
  listsOf,
  queueOf,
  stripOf,
  withoutFigures,
} from '@/app/stores/teamFigures.ts'
import { story } from '../../support/centre.ts'
import type { Story } from '../../support/centre.ts'

const serviceLevel = {
  answerWithinSeconds: 20,
  target: 0.8,
  shortAbandonSeconds: 5,
  formula: 'offered',
} as const

const notes = {
  target: (seconds: number, target: number) => `${target} in ${seconds}`,
  offered: (count: number) => `of ${count}`,
  abandoned: (count: number, short: number) => `${count} ${short}`,
  atWork: (count: number) => `of ${count} at work`,
  now: 'now',
}

const reading = (told: Story, scope = 'team:support', isCovered = true): ScopeReading => ({
  scope,
  figures: told.centre.figures(scope),
  thresholds: { longestWaitNow: [60, 120] },
  isCovered,
  isCounted: isCovered,
})

const everyView = (told: Story, ...scopes: string[]): FigureView[] =>
  blocksOf(scopes.map((scope) => reading(told, scope))).flatMap(({ rows }) =>
    rows.flatMap((row) => row.filter((cell) => cell !== undefined)),
  )

const byName = (views: readonly FigureView[]): Record<string, FigureView> =>
  Object.fromEntries(views.map((view) => [view.name, view]))

test('without calls counts are 0 and everything that is measured on calls has no value', () => {
  const views = everyView(story().until(60), 'team:support', 'queue:5000')
  const counts = views.filter(({ kind }) => kind === 'count')
  const measured = views.filter(({ kind }) => kind !== 'count')
  expect(counts.filter(({ name }) => name !== 'agentsNotSeen').map(({ value }) => value)).toEqual(
    Array.from({ length: counts.length - 1 }, () => 0),
  )
  expect(measured.map(({ value }) => value)).toEqual(measured.map(() => undefined))
  expect(new Set(measured.map(({ name }) => name))).toEqual(
    new Set([
      'longestWaitNow',
      'longestWaitToday',
      'longestWaitOfAnswered',
      'serviceLevel',
      'abandonRate',
      'averageSpeedOfAnswer',
      'averageWaitOfAbandoned',
      'averageServiceTime',
      'averageHandleTime',
      'occupancy',
    ]),
  )
})

test('every figure that the domain counts is on the wall, once a scope, with a label', () => {
  const told = story().until(60)
  const views = everyView(told, 'team:support')
  expect(views.map(({ name }) => name).sort()).toEqual(
    Object.keys(told.centre.figures('team:support')).sort(),
  )
  expect(views.filter(({ name }) => messages.figures[name] === undefined)).toEqual([])
})

test('a queue has no agents, so it has no figures of them', () => {
  const names = everyView(story().until(60), 'queue:5000').map(({ name }) => name)
  expect(names).toContain('maxInProgress')
  expect(names.filter((name) => /^agents|occupancy|direct|outbound|internal/.test(name))).toEqual(
    [],
  )
})

test('the strip names what its numbers are of', () => {
  const told = story()
    .open(0, 'a', '061>5000', 'InCall')
    .open(5, 'b', '062>5000', 'InCall')
    .to(6, 'a', 'Transferring')
    .open(6, 'a2', '061>1001', { masterId: 'a' }, 'InCall')
    .to(6, 'a', 'TransferCompleted')
    .until(90)
  const figures = byName(stripOf(reading(told), serviceLevel, notes))
  // Who has waited longer than the service level allows is against it already.
  expect(figures['serviceLevel']).toMatchObject({ value: 0.5, note: '0.8 in 20' })
  expect(figures['longestWaitNow']).toMatchObject({ value: 85, level: 'warn' })
  expect(figures['answered']).toMatchObject({ value: 1, note: 'of 2' })
  expect(figures['abandonRate']).toMatchObject({ value: 0, note: '0 0' })
  expect(figures['agentsAvailable']).toMatchObject({ value: 0, note: 'of 1 at work' })
})

test('today’s figures are partial when part of the day was missed, gauges never', () => {
  const told = story().until(200)
  const partial = byName(stripOf(reading(told, 'all', false), serviceLevel, notes))
  expect(partial['answered']?.isPartial).toBe(true)
  expect(partial['waitingCalls']?.isPartial).toBe(false)
  expect(byName(stripOf(reading(told), serviceLevel, notes))['answered']?.isPartial).toBe(false)
})

test('what stands on the wall already is left out of the table, queue by queue', () => {
  const told = story().until(60)
  const readings = [reading(told), reading(told, 'queue:5000')]
  const shown = [...listsOf(readings[0]!).flat(), ...queueOf(readings[1]!, 'Queue').figures]
  const rest = withoutFigures(blocksOf(readings), shown).flatMap(({ rows }) => rows)
  expect(rest.every((row) => row.some((cell) => cell !== undefined))).toBe(true)
  const cells = rest.flatMap((row) => row.filter((cell) => cell !== undefined))
  const left = cells.map(({ name, scope }) => `${name} ${scope}`)
  expect(left).not.toContain('direct team:support')
  expect(left).not.toContain('serviceLevel queue:5000')
  expect(left).toContain('serviceLevel team:support')
  expect(left).toContain('offered queue:5000')
})

test('figures that say the same are the same blocks, rows and cells; what has changed is new alone', () => {
  const told = story().until(60)
  const read = (): ReturnType<typeof blocksOf> =>
    blocksOf([reading(told), reading(told, 'queue:5000')])
  const before = read()
  expect(keepBlocks(before, read())).toBe(before)

  told.open(60, 'a', '061>5000', 'InCall').until(61)
  const after = keepBlocks(before, read())
  expect(after).toEqual(read())
  const kept = after.flatMap(({ rows }, block) =>
    rows.map((row, index) => row === before[block]?.rows[index]),
  )
  expect(new Set(kept)).toEqual(new Set([true, false]))
  const phones = before.findIndex(({ name }) => name === 'phones')
  expect(after[phones]).toBe(before[phones])
})
