import { useElementSize } from '@vueuse/core'
import type { ComputedRef, Ref } from 'vue'
import { computed } from 'vue'
import type { TileLayout } from './fitGridTiles.ts'
import { fitTiles } from './fitGridTiles.ts'
import { useRem } from './useRem.ts'

/** The layout of `count` tiles in `box`, anew whenever the box changes its size. */
export function useFitGrid(
  box: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
): ComputedRef<TileLayout> {
  const { width, height } = useElementSize(box)
  const rem = useRem()
  return computed(() => fitTiles(count(), width.value, height.value, rem.value))
}
