import { onScopeDispose } from 'vue'
import { wallKeyOf } from './wallKeys.ts'
import type { WallKey } from './wallKeys.ts'

/** Listens to the keys of the wall for as long as the calling component lives; keys without a handler stay the browser's. */
export function useWallKeys(handlers: Partial<Readonly<Record<WallKey, () => void>>>): void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl'
    const wallKey = wallKeyOf(event, isRightToLeft)
    const handler = wallKey && handlers[wallKey]
    if (handler === undefined) return
    event.preventDefault()
    handler()
  }
  document.addEventListener('keydown', onKeyDown)
  onScopeDispose(() => document.removeEventListener('keydown', onKeyDown))
}
