import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import type { FigureView, Level } from '@/app/components/views.ts'
import { useHeldLevels } from '@/app/stores/heldLevels.ts'
import { holdLevel, holdLevels, levelOf } from '@/app/stores/levels.ts'
import type { HeldLevel } from '@/app/stores/levels.ts'

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

/** The levels shown when values deserve these levels at these seconds, with a hysteresis of ten. */
function shown(...readings: readonly (readonly [second: number, raw: Level])[]): Level[] {
  let held: HeldLevel | undefined
  return readings.map(([second, raw]) => {
    held = holdLevel(held, raw, second * 1000, 10_000)
    return held.level
  })
}

test('a level rises at once, over two steps too', () => {
  expect(shown([0, 'ok'], [1, 'alarm'])).toEqual(['ok', 'alarm'])
})

test('a level falls when the value has stayed better for ten seconds, counted from the first better reading', () => {
  expect(shown([0, 'warn'], [30, 'ok'], [39.9, 'ok'], [40, 'ok'])).toEqual([
    'warn',
    'warn',
    'warn',
    'ok',
  ])
})

test('a relapse begins the waiting anew', () => {
  expect(shown([0, 'warn'], [5, 'ok'], [9, 'warn'], [12, 'ok'], [21, 'ok'], [22, 'ok'])).toEqual([
    'warn',
    'warn',
    'warn',
    'warn',
    'warn',
    'ok',
  ])
})

test('from alarm a level falls to the worst of the last ten seconds', () => {
  expect(shown([0, 'alarm'], [1, 'warn'], [6, 'ok'], [11, 'ok'], [16, 'ok'])).toEqual([
    'alarm',
    'alarm',
    'alarm',
    'warn',
    'ok',
  ])
})

test('a clock that was set back does not hold a level for hours', () => {
  expect(shown([9000, 'alarm'], [9001, 'ok'], [100, 'ok'])).toEqual(['alarm', 'alarm', 'ok'])
})

test('without hysteresis a level falls at once', () => {
  const held = holdLevel(undefined, 'alarm', 0, 0)
  expect(holdLevel(held, 'ok', 1, 0).level).toBe('ok')
})

test('a reading that changes nothing gives the same objects', () => {
  const raw = new Map<string, Level>([['a', 'warn']])
  const first = holdLevels(new Map(), raw, 0, 10_000)
  expect(holdLevels(first, new Map(raw), 5000, 10_000)).toBe(first)
})

test('what is no longer read is forgotten', () => {
  const first = holdLevels(new Map(), new Map<string, Level>([['a', 'alarm']]), 0, 10_000)
  const left = holdLevels(first, new Map(), 1000, 10_000)
  expect(left.size).toBe(0)
  const back = holdLevels(left, new Map<string, Level>([['a', 'ok']]), 2000, 10_000)
  expect(back.get('a')?.level).toBe('ok')
})

const serviceLevel = (scope: string, level: Level): FigureView => ({
  ...{ name: 'serviceLevel', scope, kind: 'ratio', value: 0.5 },
  ...{ level, isPartial: false, note: '' },
})

test('levels are held for one wall, and begin anew with another or after it was left', () => {
  setActivePinia(createPinia())
  const levels = useHeldLevels()
  const [bad, good] = [serviceLevel('queue:1', 'alarm'), serviceLevel('queue:1', 'ok')]
  levels.read('team:a', [bad], 0, 10_000)
  levels.read('team:a', [good], 1000, 10_000)
  expect(levels.withLevel(good).level).toBe('alarm')
  levels.read('team:b', [good], 2000, 10_000)
  expect(levels.withLevel(good)).toBe(good)
  levels.read('team:b', [bad], 3000, 10_000)
  levels.drop()
  levels.read('team:b', [good], 4000, 10_000)
  expect(levels.withLevel(good)).toBe(good)
})

test('a figure that got worse since the last reading shows it already', () => {
  setActivePinia(createPinia())
  const bad = serviceLevel('all', 'alarm')
  expect(useHeldLevels().withLevel(bad)).toBe(bad)
})
