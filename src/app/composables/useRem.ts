import { useWindowSize } from '@vueuse/core'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'

/** The px of one rem, which follows the viewport. */
export function useRem(): ComputedRef<number> {
  const { width, height } = useWindowSize()
  return computed(() => {
    const hasWindow = width.value > 0 && height.value > 0
    return hasWindow ? rootFontSize() : 16
  })
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
