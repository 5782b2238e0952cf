import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useAlertSound } from '@/app/composables/useAlertSound.ts'
import { useBurnInShift } from '@/app/composables/useBurnInShift.ts'
import { useIdleCursor } from '@/app/composables/useIdleCursor.ts'
import { useTimeLimit } from '@/app/composables/useTimeLimit.ts'
import { useTouched } from '@/app/composables/useTouched.ts'
import { useWakeLock } from '@/app/composables/useWakeLock.ts'
import { useWallKeys } from '@/app/composables/useWallKeys.ts'

const root = document.documentElement

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  root.dir = ''
  document.body.replaceChildren()
})

/** Runs `use` as a component would; `stop` is its end. */
function living<T>(use: () => T): { result: T; stop: () => void } {
  const scope = effectScope()
  return { result: scope.run(use)!, stop: () => scope.stop() }
}

const press = (key: string, target: EventTarget = document.body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  target.dispatchEvent(event)
  return event
}

test('the cursor is hidden after three seconds of rest and back with the pointer', () => {
  const { stop } = living(() => useIdleCursor())
  vi.advanceTimersByTime(2_999)
  expect(root.dataset['cursor']).toBeUndefined()
  vi.advanceTimersByTime(1)
  expect(root.dataset['cursor']).toBe('hidden')
  document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))
  expect(root.dataset['cursor']).toBeUndefined()
  vi.advanceTimersByTime(3_000)
  expect(root.dataset['cursor']).toBe('hidden')
  stop()
  expect(root.dataset['cursor']).toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
})

test('the picture moves at every minute and is put back at the end', () => {
  const start = Date.now()
  const picture = document.createElement('main')
  document.body.append(picture)
  const before = picture.getBoundingClientRect()
  const { stop } = living(() => useBurnInShift(picture, () => Date.now() - start))
  const shift = (): readonly number[] => {
    const { x, y } = picture.getBoundingClientRect()
    return [x - before.x, y - before.y]
  }
  expect(shift()).toEqual([0, 0])
  vi.advanceTimersByTime(60_000)
  expect(shift()).toEqual([-1, 0])
  vi.advanceTimersByTime(60_000)
  expect(shift()).toEqual([-2, 0])
  root.dir = 'rtl'
  expect(shift()).toEqual([2, 0])
  vi.advanceTimersByTime(60_000)
  expect(shift()).toEqual([2, -1])
  stop()
  expect([shift(), picture.getAttribute('style')]).toEqual([[0, 0], ''])
  expect(vi.getTimerCount()).toBe(0)
})

test('a touch lasts for its time from the last one on', () => {
  const { result: isTouched, stop } = living(() => useTouched(60_000))
  expect(isTouched.value).toBe(false)
  press('x')
  expect(isTouched.value).toBe(true)
  vi.advanceTimersByTime(59_999)
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  vi.advanceTimersByTime(59_999)
  expect(isTouched.value).toBe(true)
  vi.advanceTimersByTime(1)
  expect(isTouched.value).toBe(false)
  stop()
  press('x')
  expect(isTouched.value).toBe(false)
})

test('a key does what the wall says and no more, and nothing while somebody types', () => {
  const pause = vi.fn()
  const { stop } = living(() => useWallKeys({ pause }))
  expect(press('p').defaultPrevented).toBe(true)
  expect(press('f').defaultPrevented).toBe(false)
  expect(pause).toHaveBeenCalledTimes(1)
  for (const name of ['input', 'textarea', 'select']) {
    const field = document.body.appendChild(document.createElement(name))
    expect(press('p', field).defaultPrevented).toBe(false)
  }
  const editable = document.body.appendChild(document.createElement('div'))
  editable.setAttribute('contenteditable', 'true')
  press('p', editable.appendChild(document.createElement('b')))
  expect(pause).toHaveBeenCalledTimes(1)
  stop()
  press('p')
  expect(pause).toHaveBeenCalledTimes(1)
})

test('on a page from right to left the left arrow leads on', () => {
  const forward = vi.fn()
  const { stop } = living(() => useWallKeys({ forward }))
  press('ArrowLeft')
  expect(forward).not.toHaveBeenCalled()
  root.dir = 'rtl'
  press('ArrowLeft')
  expect(forward).toHaveBeenCalledTimes(1)
  stop()
})

test('of two that listen to one key the first takes it', () => {
  const [page, wall] = [vi.fn(), vi.fn()]
  const first = living(() => useWallKeys({ forward: page }))
  const second = living(() => useWallKeys({ forward: wall, down: wall }))
  press('ArrowRight')
  expect([page.mock.calls.length, wall.mock.calls.length]).toEqual([1, 0])
  press('ArrowDown')
  expect(wall).toHaveBeenCalledTimes(1)
  first.stop()
  second.stop()
})

/** An AudioContext that waits for a gesture as a browser does, and notes what is played. */
function blockedContext() {
  const context = new OfflineAudioContext(1, 48_000, 48_000)
  const oscillators = vi.spyOn(context, 'createOscillator')
  let state: AudioContextState = 'suspended'
  Object.defineProperty(context, 'state', { get: () => state })
  const close = vi.fn(() => Promise.resolve())
  const resume = (): Promise<void> => {
    state = 'running'
    context.dispatchEvent(new Event('statechange'))
    return Promise.resolve()
  }
  Object.assign(context, { resume, close })
  return { context: context as unknown as AudioContext, oscillators, close }
}

test('a browser that blocks the sound says so, plays nothing late, and gives way to a key', () => {
  const { context, oscillators, close } = blockedContext()
  const { result: sound, stop } = living(() => useAlertSound(true, () => context))
  expect(sound.state.value).toBe('blocked')
  sound.play()
  press('x')
  expect(sound.state.value).toBe('armed')
  expect(oscillators).not.toHaveBeenCalled()
  sound.play()
  expect(oscillators).toHaveBeenCalledTimes(2)
  stop()
  expect(close).toHaveBeenCalledTimes(1)
})

test('a click arms the sound as well', () => {
  const { context } = blockedContext()
  const { result: sound, stop } = living(() => useAlertSound(true, () => context))
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  expect(sound.state.value).toBe('armed')
  stop()
})

test('nobody who wants no sound has a context made', () => {
  const create = vi.fn(() => undefined)
  const off = living(() => useAlertSound(false, create))
  expect([off.result.state.value, create.mock.calls.length]).toEqual(['off', 0])
  const missing = living(() => useAlertSound(true, create))
  expect(missing.result.state.value).toBe('missing')
  missing.result.play()
  off.stop()
  missing.stop()
})

test('the two notes can be heard and are over within two seconds', async () => {
  vi.useRealTimers()
  const { playAlertNotes } = await import('@/app/composables/alertNotes.ts')
  const context = new OfflineAudioContext(1, 2 * 48_000, 48_000)
  playAlertNotes(context)
  const samples = (await context.startRendering()).getChannelData(0)
  const peak = (from: number, to: number): number =>
    samples
      .slice(from * 48_000, to * 48_000)
      .reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  expect(peak(0, 1)).toBeGreaterThan(0.05)
  expect(peak(0, 2)).toBeLessThan(0.35)
  expect(peak(1.2, 2)).toBe(0)
})

test('a wall that does not want the screen kept on asks nobody', () => {
  const request = vi.fn()
  const browser = { isSecure: true, wakeLock: { request }, page: document }
  const { result: state, stop } = living(() => useWakeLock(() => false, browser))
  expect([state.value, request.mock.calls.length]).toEqual(['off', 0])
  stop()
})

test('what somebody forgot to end ends by itself, and what was ended in time does not', async () => {
  const isOn = shallowRef(false)
  const end = vi.fn()
  const { stop } = living(() => useTimeLimit(() => isOn.value, 10_000, end))
  const turn = async (on: boolean): Promise<void> => {
    isOn.value = on
    await nextTick()
  }
  await turn(true)
  vi.advanceTimersByTime(9_999)
  await turn(false)
  await turn(true)
  vi.advanceTimersByTime(9_999)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(end).toHaveBeenCalledTimes(1)
  await turn(false)
  await turn(true)
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
