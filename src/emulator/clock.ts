import { createTimeline } from './timeline.ts'
import type { EmulatorClock } from './types.ts'

/** The machine's timers; both are in ms of the machine's time. */
export interface Timers {
  now(): number
  /** Runs `action` once, `ms` from now. Cancels. */
  after(ms: number, action: () => void): () => void
}

export interface RunningClockOptions {
  /** Site time at the start, epoch ms. */
  readonly start: number
  /** Seconds of site time per second of the machine; more than 0. */
  readonly speed: number
  /** @default the machine's own */
  readonly timers?: Timers
}

/** The longest a timer of the machine can wait, ms. */
const longestTimer = 2 ** 31 - 1
/** After so many ms of work others get a turn, even where the clock cannot keep up with its speed. */
const longestRun = 25

const machineTimers: Timers = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * A clock that runs by itself, `speed` times as fast as the machine's. It never shows a moment later than an entry
 * that has not run yet, so every entry sees exactly its own moment, however late the machine gets to it.
 */
export function runningClock(options: RunningClockOptions): EmulatorClock {
  const { start, speed, timers = machineTimers } = options
  const timeline = createTimeline(start)
  const startedAt = timers.now()
  let disarm: (() => void) | undefined
  let isStopped = false

  const elapsed = (): number => start + (timers.now() - startedAt) * speed

  function arm(): void {
    disarm?.()
    disarm = undefined
    const nextAt = timeline.nextAt()
    if (nextAt === undefined || isStopped) return
    const wait = Math.max(0, Math.ceil((nextAt - elapsed()) / speed))
    disarm = timers.after(Math.min(wait, longestTimer), runDue)
  }

  function runDue(): void {
    const begunAt = timers.now()
    const limit = (): number => (timers.now() - begunAt > longestRun ? timeline.now() : elapsed())
    try {
      timeline.run(limit)
    } finally {
      arm()
    }
  }

  return {
    speed,
    now() {
      if (timeline.isRunning()) return timeline.now()
      return Math.max(timeline.now(), Math.min(elapsed(), timeline.nextAt() ?? Infinity))
    },
    at(when, action) {
      if (isStopped) return () => undefined
      const firstBefore = timeline.nextAt() ?? Infinity
      const cancel = timeline.add(when, action)
      if (timeline.isRunning()) return cancel
      if (when <= elapsed()) runDue()
      else if (when < firstBefore) arm()
      return cancel
    },
    stop() {
      isStopped = true
      disarm?.()
      disarm = undefined
      timeline.clear()
    },
  }
}

/** A clock that stands still until it is told to move. */
export interface SteppedClock extends EmulatorClock {
  /** Runs what is due until `when` (epoch ms) in the order of time, and stands there. Never goes back. */
  advanceTo(when: number): void
}

/** A clock standing at `start`, epoch ms of site time. */
export function steppedClock(start: number): SteppedClock {
  const timeline = createTimeline(start)
  let isStopped = false
  return {
    speed: 0,
    now: () => timeline.now(),
    at(when, action) {
      if (isStopped) return () => undefined
      const cancel = timeline.add(when, action)
      if (!timeline.isRunning() && when <= timeline.now()) timeline.run(() => timeline.now())
      return cancel
    },
    advanceTo: (when) => timeline.run(() => when),
    stop() {
      isStopped = true
      timeline.clear()
    },
  }
}
