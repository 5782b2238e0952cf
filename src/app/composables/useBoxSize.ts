import type { Ref, ShallowRef } from 'vue'
import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'

/** In px, without padding and border. */
export interface BoxSize {
  readonly width: number
  readonly height: number
}

/**
 * The room in an element, for as long as the calling component lives: 0 before it is laid out, then told before each
 * frame in which it is another.
 */
export function useBoxSize(box: Readonly<Ref<HTMLElement | null>>): Readonly<ShallowRef<BoxSize>> {
  const size = shallowRef<BoxSize>({ width: 0, height: 0 })
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) size.value = entry.contentRect
  })
  watch(
    box,
    (element) => {
      observer.disconnect()
      if (element !== null) observer.observe(element)
    },
    { flush: 'post', immediate: true },
  )
  onScopeDispose(() => observer.disconnect())
  return shallowReadonly(size)
}
