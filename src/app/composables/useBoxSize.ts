import type { Ref, ShallowRef } from 'vue'
import { onMounted, onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'

/** In px, without padding and border. */
export interface BoxSize {
  readonly width: number
  readonly height: number
}

/** The room in an element, anew whenever it changes, for as long as the calling component lives; 0 before there is any. */
export function useBoxSize(box: Readonly<Ref<HTMLElement | null>>): Readonly<ShallowRef<BoxSize>> {
  const size = shallowRef<BoxSize>({ width: 0, height: 0 })
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) size.value = entry.contentRect
  })
  watch(
    box,
    (element) => {
      observer.disconnect()
      if (element === null) size.value = { width: 0, height: 0 }
      else observer.observe(element)
    },
    { flush: 'post', immediate: true },
  )
  // So that the first frame is drawn with the right size.
  onMounted(() => {
    if (box.value !== null) size.value = roomIn(box.value)
  })
  onScopeDispose(() => observer.disconnect())
  return shallowReadonly(size)
}

function roomIn(element: HTMLElement): BoxSize {
  const style = getComputedStyle(element)
  const px = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (Number.parseFloat(style.getPropertyValue(name)) || 0), 0)
  return {
    width: element.clientWidth - px('padding-left', 'padding-right'),
    height: element.clientHeight - px('padding-top', 'padding-bottom'),
  }
}
