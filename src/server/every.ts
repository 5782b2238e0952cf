import type { Timers } from '../pbx/timers.ts'

/** Does `action` again and again, the first time after `everyMs`. Returns what ends it. */
export function every(timers: Timers, everyMs: number, action: () => void): () => void {
  let handle: unknown
  const arm = (): void => {
    handle = timers.set(() => {
      arm()
      action()
    }, everyMs)
  }
  arm()
  return () => timers.clear(handle)
}
