import { onScopeDispose } from 'vue'

/** Without a pointer for so long, nobody is about to click. */
const idleMs = 3_000
const movements = ['pointermove', 'pointerdown', 'wheel'] as const

/** Marks `<html data-cursor="hidden">` while the pointer has rested for 3 s, for as long as the calling component lives. */
export function useIdleCursor(page: Document = document): void {
  const { dataset } = page.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined

  const onMoved = (): void => {
    clearTimeout(timer)
    delete dataset['cursor']
    timer = setTimeout(() => {
      dataset['cursor'] = 'hidden'
    }, idleMs)
  }
  for (const movement of movements) page.addEventListener(movement, onMoved, { passive: true })
  onMoved()

  onScopeDispose(() => {
    clearTimeout(timer)
    delete dataset['cursor']
    for (const movement of movements) page.removeEventListener(movement, onMoved)
  })
}
