import type { ShallowRef } from 'vue'
import { shallowRef, watch } from 'vue'

export interface RotationOptions {
  readonly count: () => number
  /** How long each place is shown, ms. */
  readonly everyMs: () => number
  readonly isPaused: () => boolean
}

/** The place of `count` that is shown, from 0, and a way to turn to another; turns by itself for as long as the calling component lives. */
export function useRotation({ count, everyMs, isPaused }: RotationOptions): {
  readonly place: Readonly<ShallowRef<number>>
  readonly turn: (step: 1 | -1) => void
} {
  const place = shallowRef(0)
  const turn = (step: 1 | -1): void => {
    place.value = (place.value + step + count()) % count()
  }
  watch(
    () => [place.value, count(), everyMs(), isPaused()] as const,
    ([at, places, ms, isStill], _before, onCleanup) => {
      if (at >= places) place.value = 0
      if (isStill || places < 2) return
      const timer = setTimeout(() => turn(1), ms)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )
  return { place, turn }
}
