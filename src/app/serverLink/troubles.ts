import type { ErrorBook } from './errorBook.ts'
import type { ViolationBook } from '../cspViolations.ts'

/** What goes wrong in the page from its first moment on. */
export interface Troubles {
  readonly errors: Pick<ErrorBook, 'note' | 'take'>
  readonly violations: Pick<ViolationBook, 'take' | 'blockedScript'>
  /** Whether a part of the page did not load when it was opened. */
  readonly isIncomplete: () => boolean
}
