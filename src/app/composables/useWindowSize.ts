import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import type { BoxSize } from './useBoxSize.ts'

/** The room in the window, anew whenever it changes, for as long as the calling component lives. */
export function useWindowSize(): Readonly<ShallowRef<BoxSize>> {
  const read = (): BoxSize => ({ width: window.innerWidth, height: window.innerHeight })
  const size = shallowRef(read())
  const look = (): void => {
    size.value = read()
  }
  window.addEventListener('resize', look)
  onScopeDispose(() => window.removeEventListener('resize', look))
  return shallowReadonly(size)
}
