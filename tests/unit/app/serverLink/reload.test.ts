import { expect, test } from 'vitest'
import { mayReload } from '@/app/serverLink/reloadMoment.ts'
import { createReloader } from '@/app/serverLink/reloader.ts'
import { createReloadMemory } from '@/app/serverLink/reloadMemory.ts'
import { settled } from '../../../support/connectionStage.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'

const minute = 60_000
const quiet = { hasPopup: false, hasAlert: false, isTouched: false }
const busy = { hasPopup: true, hasAlert: true, isTouched: true }

test.each([
  ['a quiet wall', 0, quiet, true],
  ['an alert', 0, { ...quiet, hasAlert: true }, false],
  ['a key that was pressed', 0, { ...quiet, isTouched: true }, false],
  ['a popup', 0, { ...quiet, hasPopup: true }, false],
  ['an alert after ten minutes', 10 * minute, { ...quiet, hasAlert: true, isTouched: true }, true],
  ['a popup after ten minutes', 10 * minute, busy, false],
  ['anything after half an hour', 30 * minute, busy, true],
])('%s', (_case, waitedMs, reading, may) => {
  expect(mayReload({ ...reading, waitedMs })).toBe(may)
})

function reloader(random = 0) {
  const timers = createManualTimers()
  const wall = { ...quiet }
  const server = { isServed: true }
  let reloads = 0
  const made = createReloader({
    timers,
    now: () => timers.now(),
    random: () => random,
    read: () => wall,
    isServed: () => (server.isServed ? Promise.resolve(true) : Promise.reject(new Error('away'))),
    reload: () => reloads++,
  })
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 500) {
      timers.pass(500)
      await settled()
    }
  }
  return { made, timers, wall, server, pass, reloads: () => reloads }
}

test('a reload is spread over the time that is given, and happens once', async () => {
  const { made, pass, reloads, timers } = reloader(0.5)
  made.want(minute)
  made.want(minute)
  await pass(29_500)
  expect(reloads()).toBe(0)
  await pass(500)
  expect(reloads()).toBe(1)
  await pass(10 * minute)
  expect([reloads(), timers.pending()]).toEqual([1, 0])
})

test('a reload waits for a moment without a popup, in the end for half an hour', async () => {
  const { made, pass, reloads, wall } = reloader()
  wall.hasPopup = true
  made.want(minute)
  await pass(5_000)
  expect(reloads()).toBe(0)
  wall.hasPopup = false
  await pass(1_000)
  expect(reloads()).toBe(1)
})

test('without a server that has the page, the wall stays as it is', async () => {
  const { made, pass, reloads, server } = reloader()
  server.isServed = false
  made.want(minute)
  await pass(40 * minute)
  expect(reloads()).toBe(0)
  server.isServed = true
  await pass(15_000)
  expect(reloads()).toBe(1)
})

test('a stop ends the waiting', async () => {
  const { made, pass, reloads } = reloader(1)
  made.want(minute)
  made.stop()
  await pass(2 * minute)
  expect(reloads()).toBe(0)
})

function storage(isBroken = false): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, text) {
      if (isBroken) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, text)
    },
  }
}

test('a version is reloaded for once in a tab, whatever the reload brings', () => {
  const tab = storage()
  expect(createReloadMemory(tab).claimVersion('2')).toBe(true)
  expect(createReloadMemory(tab).claimVersion('2')).toBe(false)
  expect(createReloadMemory(tab).claimVersion('3')).toBe(true)
})

test('a missing part of the page is repaired once in ten minutes', () => {
  const tab = storage()
  const claims = [0, 1, 9.9, 10, 11, 5].map((at) =>
    createReloadMemory(tab).claimRepair(1e12 + at * minute),
  )
  expect(claims).toEqual([true, false, false, true, false, true])
})

test('without a storage there is no reload', () => {
  const memory = createReloadMemory(storage(true))
  expect([memory.claimVersion('2'), memory.claimRepair(1)]).toEqual([false, false])
})
