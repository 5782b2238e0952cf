import type { WallReport } from '../../contract/wallReport.ts'

export type ErrorEntry = WallReport['errors'][number]

/** What went wrong in this page, for the server's log. */
export interface ErrorBook {
  note(error: unknown): void
  /** What was noted since this was last asked, each text once. */
  take(): readonly ErrorEntry[]
  stop(): void
}

/** As much as a report may hold. */
const mostErrors = 20
const longestMessage = 500

/** Writes down what nobody caught in the page, until it is stopped, and what it is told. */
export function startErrorBook(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): ErrorBook {
  let counts = new Map<string, number>()

  const note = (error: unknown): void => {
    const message = textOf(error).slice(0, longestMessage)
    if (!counts.has(message) && counts.size >= mostErrors) return
    counts.set(message, (counts.get(message) ?? 0) + 1)
  }
  const onError = (event: ErrorEvent): void => note(event.error ?? event.message)
  const onRejection = (event: PromiseRejectionEvent): void => note(event.reason)
  page.addEventListener('error', onError)
  page.addEventListener('unhandledrejection', onRejection)

  return {
    note,
    take() {
      const taken = [...counts].map(([message, count]) => ({ message, count }))
      counts = new Map()
      return taken
    },
    stop() {
      page.removeEventListener('error', onError)
      page.removeEventListener('unhandledrejection', onRejection)
    },
  }
}

/** The first lines of a stack name the place; an address in it may hold a query, which is nobody's affair. */
function textOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? String(error)) : String(error)
  return text.replace(/[?#][^\s:)]*/g, '')
}
