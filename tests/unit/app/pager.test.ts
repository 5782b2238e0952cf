import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { usePager } from '@/app/composables/usePager.ts'
import type { Pager } from '@/app/composables/usePager.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const letters = (text: string): readonly string[] => Array.from(text)

function pagerOf(order: string, size: number) {
  const scope = effectScope()
  const ids = shallowRef(letters(order))
  const perPage = shallowRef(size)
  const isPaused = shallowRef(false)
  const pager: Pager = scope.run(() =>
    usePager({
      ids: () => ids.value,
      perPage: () => perPage.value,
      dwellMs: () => 5_000,
      isPaused: () => isPaused.value,
    }),
  )!
  const shown = (): string => pager.shown.value.join('')
  return { ...pager, ids, perPage, isPaused, shownText: shown, stop: () => scope.stop() }
}

test('a single page follows the order of now and starts no timer', () => {
  const { ids, shownText, page, stop } = pagerOf('abc', 4)
  ids.value = letters('cba')
  expect(shownText()).toBe('cba')
  expect(page.value).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  stop()
})

test('each page has its time, and a new round is in the order of its beginning', async () => {
  const { ids, shownText, page, stop } = pagerOf('abcd', 2)
  ids.value = letters('dcba')
  await vi.advanceTimersByTimeAsync(4_999)
  expect(shownText()).toBe('ab')
  await vi.advanceTimersByTimeAsync(1)
  expect([shownText(), page.value]).toEqual(['cd', 1])
  await vi.advanceTimersByTimeAsync(5_000)
  expect([shownText(), page.value]).toEqual(['dc', 0])
  stop()
})

test('a paused page stays, and arrows still turn it', async () => {
  const { isPaused, turn, shownText, stop } = pagerOf('abcd', 2)
  isPaused.value = true
  await nextTick()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shownText()).toBe('ab')
  turn(1)
  expect(shownText()).toBe('cd')
  turn(-1)
  expect(shownText()).toBe('ab')
  stop()
})

test('a page that somebody turned to has its whole time', async () => {
  const { turn, page, stop } = pagerOf('abcdef', 2)
  await vi.advanceTimersByTimeAsync(4_000)
  turn(1)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(page.value).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(page.value).toBe(2)
  stop()
})

test('timers that come late do not make a round longer, a page that slept does not race', async () => {
  let now = 0
  const scope = effectScope()
  const pager = scope.run(() =>
    usePager({
      ids: () => letters('abcdef'),
      perPage: () => 2,
      dwellMs: () => 5_000,
      isPaused: () => false,
      steadyNow: () => now,
    }),
  )!
  now = 5_400
  await vi.advanceTimersByTimeAsync(5_000)
  expect(pager.page.value).toBe(1)
  await vi.advanceTimersByTimeAsync(4_600)
  expect(pager.page.value).toBe(2)
  now = 900_000
  await vi.advanceTimersByTimeAsync(10_000)
  expect(pager.page.value).toBe(0)
  await vi.advanceTimersByTimeAsync(0)
  expect(pager.page.value).toBe(0)
  scope.stop()
})

test('room for everybody ends the paging', async () => {
  const { perPage, shownText, stop } = pagerOf('abcd', 2)
  await vi.advanceTimersByTimeAsync(5_000)
  perPage.value = 4
  await nextTick()
  expect(shownText()).toBe('abcd')
  expect(vi.getTimerCount()).toBe(0)
  stop()
})

test('nothing is left running when it is stopped', () => {
  const { stop } = pagerOf('abcd', 2)
  expect(vi.getTimerCount()).toBe(1)
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
