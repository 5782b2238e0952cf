import { watch } from 'vue'

/** Calls `end` once `isOn` has been true for `limitMs` without a break, for as long as the calling component lives. */
export function useTimeLimit(isOn: () => boolean, limitMs: number, end: () => void): void {
  watch(
    isOn,
    (isRunning, _before, onCleanup) => {
      if (!isRunning) return
      const timer = setTimeout(end, limitMs)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )
}
