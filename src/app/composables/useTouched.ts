import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowRef } from 'vue'

const touches = ['keydown', 'pointerdown'] as const

/** Whether somebody has pressed a key or clicked within the last `forMs`, for as long as the calling component lives. */
export function useTouched(forMs: number): Readonly<ShallowRef<boolean>> {
  const isTouched = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const onTouch = (): void => {
    clearTimeout(timer)
    isTouched.value = true
    timer = setTimeout(() => {
      isTouched.value = false
    }, forMs)
  }
  for (const touch of touches) document.addEventListener(touch, onTouch, true)

  onScopeDispose(() => {
    clearTimeout(timer)
    for (const touch of touches) document.removeEventListener(touch, onTouch, true)
  })
  return isTouched
}
