import type { Clock } from '../../src/domain/clock.ts'
import type { Timers } from '../../src/pbx/timers.ts'

/** Timers and a clock that move only when told to. */
export interface ManualTimers extends Timers, Clock {
  /** Moves on by so many ms and runs what is due on the way, in order. */
  pass(ms: number): void
  /** How many timers are set. */
  readonly pending: () => number
}

export function createManualTimers(startAt = 0): ManualTimers {
  let now = startAt
  let last = 0
  const due = new Map<number, { readonly at: number; readonly action: () => void }>()
  const next = (until: number): [number, { at: number; action: () => void }] | undefined =>
    [...due].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0]
  return {
    now: () => now,
    set(action, delayMs) {
      due.set(++last, { at: now + delayMs, action })
      return last
    },
    clear(handle) {
      due.delete(handle as number)
    },
    pass(ms) {
      const until = now + ms
      for (let entry = next(until); entry !== undefined; entry = next(until)) {
        due.delete(entry[0])
        now = entry[1].at
        entry[1].action()
      }
      now = until
    },
    pending: () => due.size,
  }
}
