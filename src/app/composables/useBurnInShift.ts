import { onScopeDispose } from 'vue'
import { shiftAt, untilNextMinute } from './burnIn.ts'

/**
 * Sets `--shift-x` and `--shift-y` on `<html>` for as long as the calling component lives: 0 to -2 px, another place every
 * minute. It stays within what nobody sees as motion, so it does not heed `prefers-reduced-motion`.
 *
 * @param steadyNow ms of a clock that nobody sets
 */
export function useBurnInShift(steadyNow: () => number = () => performance.now()): void {
  const { style } = document.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined

  const move = (): void => {
    const { x, y } = shiftAt(steadyNow())
    style.setProperty('--shift-x', `${-x}px`)
    style.setProperty('--shift-y', `${-y}px`)
    timer = setTimeout(move, untilNextMinute(steadyNow()))
  }
  move()

  onScopeDispose(() => {
    clearTimeout(timer)
    style.removeProperty('--shift-x')
    style.removeProperty('--shift-y')
  })
}
