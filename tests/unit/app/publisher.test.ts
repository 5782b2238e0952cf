import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPublisher } from '@/app/publisher.ts'

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

test('however often it is asked, it publishes once a frame', () => {
  const publish = vi.fn()
  const publisher = createPublisher(fakeDocument(), publish)
  for (let asked = 0; asked < 50; asked++) publisher.ask()
  expect(publish).not.toHaveBeenCalled()
  runFrame()
  runFrame()
  expect(publish).toHaveBeenCalledTimes(1)
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
