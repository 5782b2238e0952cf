/** Gathers many requests to publish into one a frame, or fewer where frames are dear; a hidden page publishes once a second. */
export interface Publisher {
  ask(): void
  stop(): void
}

const hiddenMs = 1000
/** An event is on the screen within 100 ms (DESIGN 6), of which a frame takes its part. */
const longestPauseMs = 70
/** What publishing and drawing may take of the time. */
const share = 0.4

/**
 * How long to wait after a frame that cost `costMs` before the next one: a page that draws as often as it can has no time
 * left for the events themselves.
 */
export function pauseAfter(costMs: number): number {
  return Math.min(longestPauseMs, costMs / share - costMs)
}

/**
 * @param leastPauseMs how far apart publications are at least
 * @param now ms, never going back
 */
export function createPublisher(
  page: Document,
  publish: () => void,
  leastPauseMs = 0,
  now: () => number = () => performance.now(),
): Publisher {
  const { port1: drawn, port2: afterFrame } = new MessageChannel()
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let begunAt = 0
  /** Before this moment nothing is published. */
  let restsUntil = -Infinity
  drawn.onmessage = () => {
    restsUntil = Math.max(begunAt + leastPauseMs, now() + pauseAfter(now() - begunAt))
  }

  const cancel = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = undefined
    timer = undefined
  }
  const run = (): void => {
    cancel()
    begunAt = now()
    publish()
    // Told when what was published is drawn.
    if (!page.hidden) afterFrame.postMessage(undefined)
  }
  const askFrame = (): void => {
    timer = undefined
    frame = requestAnimationFrame(run)
  }
  const ask = (): void => {
    if (frame !== undefined || timer !== undefined) return
    const restMs = restsUntil - now()
    if (page.hidden) timer = setTimeout(run, hiddenMs)
    else if (restMs > 0) timer = setTimeout(askFrame, restMs)
    else askFrame()
  }
  /** A frame that was asked for does not come while the page is hidden. */
  const onVisibility = (): void => {
    if (frame === undefined && timer === undefined) return
    cancel()
    ask()
  }
  page.addEventListener('visibilitychange', onVisibility)

  return {
    ask,
    stop() {
      cancel()
      drawn.close()
      page.removeEventListener('visibilitychange', onVisibility)
    },
  }
}
