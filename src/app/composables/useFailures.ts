import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowRef } from 'vue'

/** How long something that failed rests before it is tried again, ms: the first, the second and every later time in a row. */
const restMs = [5_000, 30_000, 120_000] as const
/** What has worked for so long may fail for the first time again, ms. */
const wellMs = 120_000

/** What fails now and then and is tried again. */
export interface Failures {
  /** What rests at this moment, with how many times in a row it has failed. */
  readonly broken: Readonly<ShallowRef<ReadonlyMap<string, number>>>
  /** It has failed; does nothing while it rests. */
  readonly fail: (name: string) => void
}

/** Remembers what fails in a component, and lets it rest, until the component is gone. */
export function useFailures(): Failures {
  const broken = shallowRef<ReadonlyMap<string, number>>(new Map())
  const counts = new Map<string, number>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const wake = (name: string): void => {
    broken.value = new Map([...broken.value].filter(([other]) => other !== name))
    timers.set(
      name,
      setTimeout(() => {
        timers.delete(name)
        counts.delete(name)
      }, wellMs),
    )
  }

  onScopeDispose(() => {
    for (const timer of timers.values()) clearTimeout(timer)
  })

  return {
    broken,
    fail(name) {
      if (broken.value.has(name)) return
      clearTimeout(timers.get(name))
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      broken.value = new Map([...broken.value, [name, count]])
      const rest = restMs[Math.min(count, restMs.length) - 1]
      timers.set(
        name,
        setTimeout(() => wake(name), rest),
      )
    },
  }
}
