import type { ComputedRef, Ref } from 'vue'
import { computed } from 'vue'
import type { TileLayout } from './fitGridTiles.ts'
import { fitPages } from './fitPages.ts'
import type { PageFit } from './fitPages.ts'
import { minimumTextPx } from './minimumText.ts'
import type { ScreenSize } from './minimumText.ts'
import { tileChoices } from './tileChoices.ts'
import { useBoxSize } from './useBoxSize.ts'
import { usePager } from './usePager.ts'
import type { Pager } from './usePager.ts'
import { useRem } from './useRem.ts'
import { useWindowSize } from './useWindowSize.ts'
import { widestState } from './widestState.ts'

export interface TilePagesOptions {
  /** The tiles in the order of now, worst first. */
  readonly ids: () => readonly string[]
  readonly screen: () => ScreenSize
  readonly isPaused: () => boolean
}

/** The tiles of a box that shows as many at a time as can be read, page after page. */
export interface TilePages extends Pager {
  readonly fit: ComputedRef<PageFit<TileLayout>>
}

/** Spreads tiles over pages, anew whenever the box changes its size, and turns them for as long as the calling component lives. */
export function useTilePages(
  box: Readonly<Ref<HTMLElement | null>>,
  { ids, screen, isPaused }: TilePagesOptions,
): TilePages {
  const size = useBoxSize(box)
  const viewport = useWindowSize()
  const rem = useRem()
  const minimumText = computed(() => {
    // A box that has no size yet is not too small.
    if (size.value.width === 0 || size.value.height === 0) return 0
    return minimumTextPx(screen(), viewport.value)
  })
  const count = computed(() => ids().length)
  const fit = computed(() =>
    fitPages(
      count.value,
      minimumText.value,
      tileChoices(size.value.width, size.value.height, rem.value, widestState()),
    ),
  )
  const pager = usePager({
    ids,
    perPage: () => fit.value.perPage,
    dwellMs: () => fit.value.dwellMs,
    isPaused,
  })
  return { ...pager, fit }
}
