import { onScopeDispose } from 'vue'
import { shiftAt, untilNextMinute } from './burnIn.ts'

/**
 * Moves `picture` by 0 to 2 px for as long as the calling component lives, to another place every minute: up and towards
 * the side where a line begins, where a page cannot be scrolled to. It stays within what nobody sees as motion, so it
 * does not heed `prefers-reduced-motion`.
 *
 * @param steadyNow ms of a clock that nobody sets
 */
export function useBurnInShift(
  picture: HTMLElement,
  steadyNow: () => number = () => performance.now(),
): void {
  // A custom property would be inherited, and every element of the picture be styled anew.
  const { style } = picture
  let timer: ReturnType<typeof setTimeout> | undefined

  const move = (): void => {
    const { x, y } = shiftAt(steadyNow())
    style.position = 'relative'
    style.top = `${-y}px`
    // Of the two the one counts on whose side lines begin.
    style.left = `${-x}px`
    style.right = `${-x}px`
    timer = setTimeout(move, untilNextMinute(steadyNow()))
  }
  move()

  onScopeDispose(() => {
    clearTimeout(timer)
    for (const name of ['position', 'top', 'left', 'right']) style.removeProperty(name)
  })
}
