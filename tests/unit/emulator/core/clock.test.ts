import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { runningClock, steppedClock, type Timers } from '../../../../src/emulator/clock.ts'

/** Timers of a machine that stands still until it is moved, and counts what is armed. */
function handTimers(): Timers & {
  moveTo(ms: number): void
  spend(ms: number): void
  armed(): number
} {
  let now = 0
  let timers: { at: number; action: () => void }[] = []
  return {
    now: () => now,
    armed: () => timers.length,
    spend(ms) {
      now += ms
    },
    after(ms, action) {
      const timer = { at: now + ms, action }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    moveTo(ms) {
      now = ms
      const due = timers.filter((timer) => timer.at <= now)
      timers = timers.filter((timer) => timer.at > now)
      for (const timer of due) timer.action()
    },
  }
}

test('a stepped clock runs what is due in the order of time, each at its own moment', () => {
  const clock = steppedClock(1000)
  const seen: [string, number][] = []
  const note = (name: string) => (): void => void seen.push([name, clock.now()])
  clock.at(3000, note('third'))
  clock.at(2000, note('first'))
  clock.at(2000, note('second'))
  clock.at(9000, note('later'))
  clock.advanceTo(5000)
  expect(seen).toEqual([
    ['first', 2000],
    ['second', 2000],
    ['third', 3000],
  ])
  expect(clock.now()).toBe(5000)
})

test('what an entry plans within the same step happens in that step', () => {
  const clock = steppedClock(0)
  const seen: number[] = []
  clock.at(10, () => {
    clock.at(20, () => seen.push(clock.now()))
    clock.at(5, () => seen.push(clock.now()))
  })
  clock.advanceTo(30)
  expect(seen).toEqual([10, 20])
})

test('what has passed already happens at once', () => {
  const clock = steppedClock(100)
  const action = vi.fn()
  clock.at(100, action)
  expect(action).toHaveBeenCalledOnce()
})

test('a stepped clock never goes back', () => {
  const clock = steppedClock(100)
  clock.advanceTo(50)
  expect(clock.now()).toBe(100)
})

test('a withdrawn entry does not happen, and nothing happens after a stop', () => {
  const clock = steppedClock(0)
  const action = vi.fn()
  clock.at(10, action)()
  clock.at(20, action)
  clock.stop()
  clock.at(30, action)
  clock.advanceTo(100)
  expect(action).not.toHaveBeenCalled()
})

test('an entry that fails does not stop the others', () => {
  const clock = steppedClock(0)
  const action = vi.fn()
  clock.at(10, () => {
    throw new Error('broken')
  })
  clock.at(20, action)
  expect(() => clock.advanceTo(30)).toThrow('broken')
  clock.advanceTo(30)
  expect(action).toHaveBeenCalledOnce()
})

test('a running clock goes as fast as it is told', () => {
  const timers = handTimers()
  const clock = runningClock({ start: 1_000_000, speed: 60, timers })
  timers.moveTo(500)
  expect(clock.now()).toBe(1_030_000)
})

test('a running clock arms one timer however much is planned', () => {
  const timers = handTimers()
  const clock = runningClock({ start: 0, speed: 1, timers })
  for (let when = 5000; when > 0; when -= 1) clock.at(when, () => undefined)
  expect(timers.armed()).toBe(1)
})

test('an entry of a running clock sees its own moment, however late the machine is', () => {
  const timers = handTimers()
  const clock = runningClock({ start: 0, speed: 10, timers })
  const seen: number[] = []
  clock.at(2000, () => seen.push(clock.now()))
  clock.at(1000, () => {
    seen.push(clock.now())
    clock.at(1500, () => seen.push(clock.now()))
  })
  timers.moveTo(900)
  expect(seen).toEqual([1000, 1500, 2000])
  expect(clock.now()).toBe(9000)
})

test('a running clock waits in pieces for what is further away than a timer reaches', () => {
  const timers = handTimers()
  const clock = runningClock({ start: 0, speed: 1, timers })
  const action = vi.fn()
  clock.at(2 ** 32, action)
  timers.moveTo(2 ** 31)
  expect(action).not.toHaveBeenCalled()
  timers.moveTo(2 ** 32)
  expect(action).toHaveBeenCalledOnce()
})

test('a stopped running clock leaves no timer behind', () => {
  const timers = handTimers()
  const clock = runningClock({ start: 0, speed: 1, timers })
  clock.at(1000, () => undefined)
  clock.stop()
  expect(timers.armed()).toBe(0)
})

test('whatever is planned and withdrawn, what is left runs in the order of time', () => {
  const plan = fc.array(fc.tuple(fc.nat(50), fc.boolean()), { maxLength: 200 })
  fc.assert(
    fc.property(plan, (entries) => {
      const clock = steppedClock(0)
      const seen: number[] = []
      const cancels = entries.map(([when]) => clock.at(when + 1, () => seen.push(when)))
      for (const [index, [, isWithdrawn]] of entries.entries()) if (isWithdrawn) cancels[index]?.()
      clock.advanceTo(100)
      const left = entries.filter(([, isWithdrawn]) => !isWithdrawn).map(([when]) => when)
      expect(seen).toEqual(left.sort((one, other) => one - other))
    }),
  )
})

test('a running clock that cannot keep up lets others work in between, and loses nothing', () => {
  const timers = handTimers()
  const clock = runningClock({ start: 0, speed: 1000, timers })
  const seen: number[] = []
  for (let when = 1000; when <= 10_000; when += 1000) {
    clock.at(when, () => {
      seen.push(clock.now())
      timers.spend(10)
    })
  }
  timers.moveTo(10)
  expect(seen).toEqual([1000, 2000, 3000])
  expect(clock.now()).toBe(4000)
  while (timers.armed() > 0) timers.moveTo(timers.now())
  expect(seen).toHaveLength(10)
})
