import { expect, test } from 'vitest'
import { keepAwake } from '@/app/composables/keepAwake.ts'
import type { WakeLockBrowser, WakeLockState } from '@/app/composables/keepAwake.ts'

/** A browser that lends locks and takes them back when its page is hidden. */
function browser() {
  const page = Object.assign(new EventTarget(), { hidden: false })
  const locks = new Set<EventTarget>()
  let isRefusing = false
  const request = (): Promise<WakeLockSentinel> => {
    if (isRefusing || page.hidden) return Promise.reject(new Error('not allowed'))
    const lock = Object.assign(new EventTarget(), {
      release: () => {
        locks.delete(lock)
        lock.dispatchEvent(new Event('release'))
        return Promise.resolve()
      },
    })
    locks.add(lock)
    return Promise.resolve(lock as unknown as WakeLockSentinel)
  }
  return {
    facts: { isSecure: true, wakeLock: { request }, page } as unknown as WakeLockBrowser,
    heldCount: () => locks.size,
    refuse: (is: boolean) => {
      isRefusing = is
    },
    show: async (isShown: boolean) => {
      page.hidden = !isShown
      if (!isShown) for (const lock of locks) await (lock as unknown as WakeLockSentinel).release()
      page.dispatchEvent(new Event('visibilitychange'))
      await settled()
    },
  }
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

function states(): { told: WakeLockState[]; tell: (state: WakeLockState) => void } {
  const told: WakeLockState[] = []
  return { told, tell: (state) => told.push(state) }
}

test('the screen is kept on until it is no longer wanted', async () => {
  const { facts, heldCount } = browser()
  const { told, tell } = states()
  const stop = keepAwake(facts, tell)
  await settled()
  expect([told, heldCount()]).toEqual([['waiting', 'held'], 1])
  stop()
  expect([told, heldCount()]).toEqual([['waiting', 'held'], 0])
})

test('a browser without the means says so, and why when the page is not secure', () => {
  const { told, tell } = states()
  const { facts } = browser()
  keepAwake({ ...facts, wakeLock: undefined }, tell)()
  keepAwake({ ...facts, wakeLock: undefined, isSecure: false }, tell)()
  expect(told).toEqual(['missing', 'insecure'])
})

test('a page that was hidden asks again when it is seen', async () => {
  const { facts, heldCount, show } = browser()
  const { told, tell } = states()
  const stop = keepAwake(facts, tell)
  await settled()
  await show(false)
  expect([told, heldCount()]).toEqual([['waiting', 'held', 'waiting'], 0])
  await show(true)
  expect([told, heldCount()]).toEqual([['waiting', 'held', 'waiting', 'held'], 1])
  stop()
  await show(true)
  expect(heldCount()).toBe(0)
})

test('a refusal is told, and asked about again the next time the page is seen', async () => {
  const { facts, refuse, show } = browser()
  const { told, tell } = states()
  refuse(true)
  const stop = keepAwake(facts, tell)
  await settled()
  expect(told).toEqual(['waiting', 'refused'])
  refuse(false)
  await show(true)
  expect(told).toEqual(['waiting', 'refused', 'held'])
  stop()
})

test('a lock that comes too late is given back', async () => {
  const { facts, heldCount } = browser()
  const { told, tell } = states()
  keepAwake(facts, tell)()
  await settled()
  expect([told, heldCount()]).toEqual([['waiting'], 0])
})
