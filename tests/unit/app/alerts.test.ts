import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AlertCondition } from '@/app/stores/alertConditions.ts'
import { alertOf, noAlerts, readAlerts } from '@/app/stores/alerts.ts'
import type { AlertBook } from '@/app/stores/alerts.ts'

const times = { hysteresisMs: 10_000, shortestMs: 8_000 }
const condition = (kind: AlertCondition['kind'], scope = 'team:support'): AlertCondition => ({
  kind,
  scope,
  subject: '',
  limit: 0,
})
const longWait = condition('longWait')
const nobodyFree = condition('nobodyFree')
const serviceLevel = condition('serviceLevel')

/** Reads what is true at each second of `story`, the last of it up to `until`. */
function tell(
  story: Readonly<Record<number, readonly AlertCondition[]>>,
  until: number,
  start: AlertBook = noAlerts,
): AlertBook {
  let book = start
  let conditions: readonly AlertCondition[] = []
  for (let second = 0; second <= until; second++) {
    conditions = story[second] ?? conditions
    book = readAlerts(book, conditions, second * 1000, times)
  }
  return book
}

const shown = (book: AlertBook): string | undefined => alertOf(book)?.kind

test('all is well without a condition', () => {
  expect(alertOf(tell({}, 5))).toBeUndefined()
})

test('a condition is shown at its first reading, with one sound', () => {
  const book = tell({ 0: [longWait] }, 0)
  expect(alertOf(book)).toEqual({
    kind: 'longWait',
    subject: '',
    limit: 0,
    isOver: false,
    moreCount: 0,
  })
  expect(book.soundCount).toBe(1)
})

test('a condition that lasts makes no second sound', () => {
  expect(tell({ 0: [longWait] }, 600).soundCount).toBe(1)
})

test('conditions that begin at the same reading share a sound', () => {
  expect(tell({ 0: [longWait, nobodyFree] }, 3).soundCount).toBe(1)
  expect(tell({ 0: [longWait], 2: [longWait, nobodyFree] }, 3).soundCount).toBe(2)
})

test('what is over says so until the hysteresis has passed', () => {
  const story = { 0: [longWait], 20: [] }
  expect(alertOf(tell(story, 20))).toMatchObject({ kind: 'longWait', isOver: true })
  expect(alertOf(tell(story, 29))).toMatchObject({ isOver: true })
  expect(alertOf(tell(story, 30))).toBeUndefined()
})

test('what comes back within the hysteresis is the same episode, later a new one', () => {
  expect(tell({ 0: [longWait], 20: [], 29: [longWait] }, 40).soundCount).toBe(1)
  expect(tell({ 0: [longWait], 20: [], 30: [longWait] }, 40).soundCount).toBe(2)
})

test('without hysteresis a sentence is still there long enough to be read', () => {
  let book = readAlerts(noAlerts, [longWait], 0, { ...times, hysteresisMs: 0 })
  for (let second = 1; second < 8; second++) {
    book = readAlerts(book, [], second * 1000, { ...times, hysteresisMs: 0 })
    expect(alertOf(book)).toMatchObject({ kind: 'longWait', isOver: true })
  }
  expect(alertOf(readAlerts(book, [], 8_000, { ...times, hysteresisMs: 0 }))).toBeUndefined()
})

test('of two that begin together the more urgent is first', () => {
  const book = tell({ 0: [serviceLevel, nobodyFree, longWait] }, 0)
  expect(alertOf(book)).toMatchObject({ kind: 'longWait', moreCount: 2 })
})

test('a more urgent one lets the present sentence have its time', () => {
  const story = { 0: [serviceLevel], 3: [serviceLevel, longWait] }
  expect(shown(tell(story, 7))).toBe('serviceLevel')
  expect(shown(tell(story, 8))).toBe('longWait')
})

test('sentences take turns, each for its time', () => {
  const story = { 0: [longWait, nobodyFree, serviceLevel] }
  const turns = [0, 7, 8, 15, 16, 23, 24].map((second) => shown(tell(story, second)))
  expect(turns).toEqual([
    ...['longWait', 'longWait', 'nobodyFree', 'nobodyFree'],
    ...['serviceLevel', 'serviceLevel', 'longWait'],
  ])
})

test('what is over before its turn is not shown', () => {
  const story = { 0: [longWait, serviceLevel], 4: [longWait] }
  expect(shown(tell(story, 9))).toBe('longWait')
})

test('what is over leaves its place to what is not', () => {
  const story = { 0: [longWait], 2: [serviceLevel] }
  expect(alertOf(tell(story, 7))).toMatchObject({ kind: 'longWait', isOver: true })
  expect(alertOf(tell(story, 8))).toMatchObject({ kind: 'serviceLevel', isOver: false })
})

test('teams have alerts of their own', () => {
  const book = tell({ 0: [longWait, condition('longWait', 'team:sales')] }, 0)
  expect(alertOf(book)?.moreCount).toBe(1)
})

test('whatever happens, a sentence is shown for its time, and none outlives condition and hysteresis by more', () => {
  const kinds = fc.subarray([longWait, nobodyFree, serviceLevel])
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 80 }), (seconds) => {
      let book = noAlerts
      let since = 0
      let lastTrue = -Infinity
      for (const [second, conditions] of seconds.entries()) {
        const before = shown(book)
        book = readAlerts(book, conditions, second * 1000, times)
        if (shown(book) !== before) {
          if (before !== undefined) expect(second - since).toBeGreaterThanOrEqual(8)
          since = second
        }
        if (conditions.length > 0) {
          lastTrue = second
          expect(shown(book)).toBeDefined()
        }
        if (second - lastTrue > 18) expect(shown(book)).toBeUndefined()
      }
    }),
  )
})
