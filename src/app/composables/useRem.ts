import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useWindowSize } from './useWindowSize.ts'

/** The px of one rem, which follows the viewport. */
export function useRem(): ComputedRef<number> {
  const viewport = useWindowSize()
  return computed(() => {
    const { width, height } = viewport.value
    const hasWindow = width > 0 && height > 0
    return hasWindow ? rootFontSize() : 16
  })
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
