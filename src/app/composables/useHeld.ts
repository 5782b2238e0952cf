import type { ComputedRef } from 'vue'
import { computed } from 'vue'

/** The value of `source`, which stays what it was last while `isHeld`. */
export function useHeld<T>(source: () => T, isHeld: () => boolean): ComputedRef<T> {
  return computed<T>((last) => (isHeld() && last !== undefined ? last : source()))
}
