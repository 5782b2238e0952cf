import type { ComputedRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import { keepPaging, shownOf, startPaging, turnPage } from './paging.ts'

export interface PagerOptions {
  /** The tiles in the order of now, worst first. */
  readonly ids: () => readonly string[]
  readonly perPage: () => number
  /** How long a page is shown, ms. */
  readonly dwellMs: () => number
  readonly isPaused: () => boolean
  /** ms of a clock that nobody sets. @default performance.now */
  readonly steadyNow?: () => number
}

export interface Pager {
  /** The tiles to show: those of one page in the order of its round; all of them, in the order of now, on a single page. */
  readonly shown: ComputedRef<readonly string[]>
  /** From 0. */
  readonly page: ComputedRef<number>
  readonly turn: (step: 1 | -1) => void
}

/** Turns the pages for as long as the calling component lives. */
export function usePager({
  ids,
  perPage,
  dwellMs,
  isPaused,
  steadyNow = () => performance.now(),
}: PagerOptions): Pager {
  const paging = shallowRef(startPaging(ids(), perPage(), steadyNow()))
  const isSingle = computed(() => ids().length <= perPage())

  watch([ids, perPage], ([sorted, size]) => {
    paging.value = keepPaging(paging.value, sorted, size, steadyNow())
  })

  const turn = (step: 1 | -1, at = steadyNow()): void => {
    if (!isSingle.value) paging.value = turnPage(paging.value, step, ids(), at)
  }

  watch(
    () => [paging.value.since, dwellMs(), isSingle.value || isPaused()] as const,
    ([since, dwell, isStill], _before, onCleanup) => {
      if (isStill) return
      const due = since + dwell
      // A timer that comes late must not make the round longer, unless the page has slept.
      const next = (): void => turn(1, steadyNow() - due < dwell ? due : steadyNow())
      const timer = setTimeout(next, Math.max(0, due - steadyNow()))
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )

  return {
    shown: computed(() => (isSingle.value ? ids() : shownOf(paging.value))),
    page: computed(() => (isSingle.value ? 0 : paging.value.page)),
    turn: (step) => turn(step),
  }
}
