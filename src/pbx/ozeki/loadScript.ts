import { PbxError } from '../pbxError.ts'
import type { Timers } from '../timers.ts'
import { findOzWebClient } from './pbxGlobals.ts'

/** What the loader needs of a window. */
export interface PbxScope {
  readonly document: Pick<Document, 'createElement' | 'head'>
}

/** Where the script is, and how long it may take. */
export interface LoadScriptOptions {
  readonly scope: PbxScope
  readonly url: string
  readonly timers: Timers
  /** How long the whole may take, ms. @default 15000 */
  readonly timeoutMs?: number
  /** How long a script that has loaded may take to define its object, ms. @default 2000 */
  readonly settleMs?: number
}

const lookEveryMs = 50

/**
 * Loads the PBX's script into the page, unless what it defines is there already, and hands over its OzWebClient or
 * a `scriptMissing` error; once, and never after the returned stop. A failed attempt leaves no element behind, so
 * that the next one starts afresh.
 */
export function loadScript(
  options: LoadScriptOptions,
  onDone: (outcome: object | PbxError) => void,
): () => void {
  const { scope, url, timers, timeoutMs = 15_000, settleMs = 2_000 } = options
  const present = findOzWebClient(scope)
  if (present !== undefined) {
    onDone(present)
    return () => undefined
  }
  const element = scope.document.createElement('script')
  let look: unknown
  const stop = (): void => {
    element.onload = null
    element.onerror = null
    timers.clear(deadline)
    timers.clear(look)
  }
  const fail = (why: string): void => {
    stop()
    element.remove()
    onDone(new PbxError('scriptMissing', `The PBX's script ${url} ${why}.`))
  }
  const lookFor = (remainingMs: number): void => {
    const found = findOzWebClient(scope)
    if (found !== undefined) {
      stop()
      onDone(found)
    } else if (remainingMs <= 0) fail('defines no OzWebClient')
    else look = timers.set(() => lookFor(remainingMs - lookEveryMs), lookEveryMs)
  }
  const deadline = timers.set(() => fail(`did not load within ${timeoutMs / 1000} s`), timeoutMs)
  element.onload = () => lookFor(settleMs)
  element.onerror = () => fail('could not be loaded')
  element.async = true
  element.src = url
  scope.document.head.appendChild(element)
  return () => {
    stop()
    element.remove()
  }
}
