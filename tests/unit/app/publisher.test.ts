import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPublisher, pauseAfter } from '@/app/publisher.ts'
import type { PublisherRate } from '@/app/publisher.ts'
import { messagesArrived } from '../../support/messagesArrived.ts'

/** As much of a document as a publisher looks at. */
function fakeDocument(): Document & { hide(isHidden: boolean): void } {
  const listeners = new EventTarget()
  const page = {
    hidden: false,
    hide(isHidden: boolean) {
      page.hidden = isHidden
      listeners.dispatchEvent(new Event('visibilitychange'))
    },
    addEventListener: listeners.addEventListener.bind(listeners),
    removeEventListener: listeners.removeEventListener.bind(listeners),
  }
  return page as unknown as Document & { hide(isHidden: boolean): void }
}

const frames = new Map<number, () => void>()
let lastFrame = 0

function runFrame(): void {
  const due = [...frames.values()]
  frames.clear()
  for (const run of due) run()
}

beforeEach(() => {
  vi.useFakeTimers()
  frames.clear()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    frames.set(++lastFrame, run)
    return lastFrame
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame))
})

afterEach(() => {
  vi.useRealTimers()
})

test('however often it is asked, it publishes once a frame', async () => {
  const publish = vi.fn()
  const publisher = createPublisher(fakeDocument(), publish, half, { now: () => 0 })
  for (let asked = 0; asked < 50; asked++) publisher.ask()
  expect(publish).not.toHaveBeenCalled()
  runFrame()
  runFrame()
  expect(publish).toHaveBeenCalledTimes(1)
  await messagesArrived()
  publisher.ask()
  runFrame()
  expect(publish).toHaveBeenCalledTimes(2)
  publisher.stop()
})

test('a hidden page publishes once a second', () => {
  const publish = vi.fn()
  const page = fakeDocument()
  page.hide(true)
  const publisher = createPublisher(page, publish)
  publisher.ask()
  vi.advanceTimersByTime(999)
  publisher.ask()
  expect(publish).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(publish).toHaveBeenCalledTimes(1)
  publisher.stop()
})

test('a frame that was asked for before the page was hidden still leads to a publication', () => {
  const publish = vi.fn()
  const page = fakeDocument()
  const publisher = createPublisher(page, publish)
  publisher.ask()
  page.hide(true)
  expect(frames.size).toBe(0)
  vi.advanceTimersByTime(1_000)
  expect(publish).toHaveBeenCalledTimes(1)
  publisher.stop()
})

test('a page that is shown again publishes with the next frame', () => {
  const publish = vi.fn()
  const page = fakeDocument()
  page.hide(true)
  const publisher = createPublisher(page, publish)
  publisher.ask()
  page.hide(false)
  runFrame()
  vi.advanceTimersByTime(5_000)
  expect(publish).toHaveBeenCalledTimes(1)
  publisher.stop()
})

test('after its stop nothing is published, and nothing is left behind', () => {
  const publish = vi.fn()
  const page = fakeDocument()
  const publisher = createPublisher(page, publish)
  publisher.ask()
  publisher.stop()
  page.hide(true)
  runFrame()
  vi.advanceTimersByTime(5_000)
  expect(publish).not.toHaveBeenCalled()
  expect(frames.size + vi.getTimerCount()).toBe(0)
})

const half = { share: 0.5, longestPauseMs: 70, creditMs: 0 }

test('after a frame that took long the next one waits, so that there is time for the events', async () => {
  const publish = vi.fn()
  let now = 0
  const publisher = createPublisher(fakeDocument(), publish, half, { now: () => now })
  publisher.ask()
  runFrame()
  now = 40
  await messagesArrived()
  publisher.ask()
  runFrame()
  expect(publish).toHaveBeenCalledTimes(1)
  now += pauseAfter(40, half)
  vi.advanceTimersByTime(pauseAfter(40, half))
  runFrame()
  expect(publish).toHaveBeenCalledTimes(2)
  publisher.stop()
})

test('who asks while a frame is drawn waits until it is known how dear it was', async () => {
  let now = 0
  const publish = vi.fn(() => publisher.ask())
  const publisher = createPublisher(fakeDocument(), publish, half, { now: () => now })
  publisher.ask()
  runFrame()
  runFrame()
  expect(publish).toHaveBeenCalledTimes(1)
  now = 40
  await messagesArrived()
  runFrame()
  expect(publish).toHaveBeenCalledTimes(1)
  now = 80
  vi.advanceTimersByTime(40)
  runFrame()
  expect(publish).toHaveBeenCalledTimes(2)
  publisher.stop()
  await messagesArrived()
  expect(frames.size + vi.getTimerCount()).toBe(0)
})

test('quick frames follow each other, and none waits longer than an event may', () => {
  expect(pauseAfter(0, half)).toBe(0)
  expect(pauseAfter(4, half)).toBe(4)
  expect(pauseAfter(40, half)).toBe(40)
  expect(pauseAfter(500, half)).toBe(70)
})

test('a frame that costs little is followed by the next sooner than its share of the time says', () => {
  const lavish = { ...half, dearMs: 40 }
  expect(pauseAfter(4, lavish)).toBeCloseTo(0.4)
  expect(pauseAfter(20, lavish)).toBe(10)
  expect(pauseAfter(40, lavish)).toBe(40)
  expect(pauseAfter(60, lavish)).toBe(60)
  expect(pauseAfter(4, { ...lavish, shortestPauseMs: 10 })).toBe(10)
  expect(pauseAfter(40, { ...lavish, shortestPauseMs: 10 })).toBe(40)
})

/** One that does nothing but lead, and one that follows it at `rate`. */
function twoPublishers(rate: PublisherRate, now: () => number) {
  const follow = vi.fn()
  const leader = createPublisher(fakeDocument(), () => follower.join(), half, { now })
  const follower = createPublisher(fakeDocument(), follow, rate, { now, leader })
  return { follow, leader, follower }
}

test('who follows another draws no frame of its own: it asks for one, and joins it', async () => {
  let now = 0
  const { follow, leader, follower } = twoPublishers(half, () => now)
  follower.ask()
  expect(frames.size).toBe(1)
  runFrame()
  expect(follow).toHaveBeenCalledTimes(1)

  now = 40
  await messagesArrived()
  leader.ask()
  vi.advanceTimersByTime(39)
  expect(frames.size).toBe(0)
  now = 80
  vi.advanceTimersByTime(1)
  runFrame()
  expect(follow).toHaveBeenCalledTimes(2)
  leader.stop()
  follower.stop()
  await messagesArrived()
  expect(frames.size + vi.getTimerCount()).toBe(0)
})

test('who follows another and has to rest joins the first frame after that', async () => {
  let now = 0
  const slow = { ...half, share: 0.1, longestPauseMs: 250 }
  const { follow, leader, follower } = twoPublishers(slow, () => now)
  follower.ask()
  runFrame()
  now = 10
  await messagesArrived()

  now = 30
  leader.ask()
  runFrame()
  expect(follow).toHaveBeenCalledTimes(1)
  await messagesArrived()
  now = 100
  vi.advanceTimersByTime(70)
  runFrame()
  expect(follow).toHaveBeenCalledTimes(2)
  leader.stop()
  follower.stop()
})

test('who joins a frame is published in it, but for the time after a dear one', async () => {
  const publish = vi.fn()
  let now = 0
  const publisher = createPublisher(fakeDocument(), publish, half, { now: () => now })
  publisher.join()
  expect(publish).toHaveBeenCalledTimes(1)
  now = 40
  await messagesArrived()
  publisher.join()
  runFrame()
  expect(publish).toHaveBeenCalledTimes(1)
  now = 80
  vi.advanceTimersByTime(40)
  runFrame()
  expect(publish).toHaveBeenCalledTimes(2)
  publisher.stop()
})

test('what happens now and then is published at once, however dear it was before', async () => {
  const publish = vi.fn()
  let now = 0
  const publisher = createPublisher(
    fakeDocument(),
    publish,
    { ...half, creditMs: 100 },
    { now: () => now },
  )
  const drawFor = async (ms: number): Promise<void> => {
    publisher.join()
    now += ms
    await messagesArrived()
  }
  await drawFor(70)
  await drawFor(70)
  expect(publish).toHaveBeenCalledTimes(2)
  await drawFor(70)
  await drawFor(0)
  expect(publish).toHaveBeenCalledTimes(3)
  now += 1_000
  publisher.join()
  expect(publish).toHaveBeenCalledTimes(4)
  publisher.stop()
})
