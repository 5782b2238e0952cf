import { onTestFinished } from 'vitest'

/** The page runs in this direction until the test is over. */
export function turnPage(direction: 'ltr' | 'rtl'): void {
  const root = document.documentElement
  root.dir = direction
  onTestFinished(() => {
    root.dir = 'ltr'
  })
}
