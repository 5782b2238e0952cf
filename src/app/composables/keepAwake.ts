/**
 * Whether the screen is kept on: `off` not wanted; `held`; `waiting` until the page is seen and the browser has answered;
 * `refused` by the browser, for example on a low battery; `missing` in a browser without the means; `insecure` on a page
 * that came over http from another machine, which is not allowed to.
 */
export type WakeLockState = 'off' | 'held' | 'waiting' | 'refused' | 'missing' | 'insecure'

/** The part of a browser that keeps a screen on. */
export interface WakeLockBrowser {
  readonly isSecure: boolean
  /** `undefined` in a browser without it. */
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined
  readonly page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>
}

/** Keeps the screen on until the function that it returns is called; asks again whenever the page is seen again. */
export function keepAwake(
  { isSecure, wakeLock, page }: WakeLockBrowser,
  onState: (state: WakeLockState) => void,
): () => void {
  if (wakeLock === undefined) {
    onState(isSecure ? 'missing' : 'insecure')
    return () => undefined
  }
  let lock: WakeLockSentinel | undefined
  let isAsking = false
  let isOver = false

  const take = (given: WakeLockSentinel): void => {
    if (isOver) {
      giveBack(given)
      return
    }
    lock = given
    onState('held')
    given.addEventListener('release', () => {
      if (lock !== given) return
      lock = undefined
      onState('waiting')
    })
  }
  const ask = async (): Promise<void> => {
    if (page.hidden || isAsking || lock !== undefined) return
    isAsking = true
    try {
      take(await wakeLock.request('screen'))
    } catch {
      if (!isOver) onState('refused')
    } finally {
      isAsking = false
    }
  }
  const onVisibility = (): void => void ask()
  onState('waiting')
  page.addEventListener('visibilitychange', onVisibility)
  void ask()

  return () => {
    isOver = true
    page.removeEventListener('visibilitychange', onVisibility)
    const held = lock
    lock = undefined
    giveBack(held)
  }
}

/** A lock that the browser has taken back cannot be given back, and need not be. */
function giveBack(lock: WakeLockSentinel | undefined): void {
  lock?.release().catch(() => undefined)
}
