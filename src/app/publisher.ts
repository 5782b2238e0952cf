/** Gathers many requests to publish into one a frame, or fewer where frames are dear; a hidden page publishes once a second. */
export interface Publisher {
  ask(): void
  /** For who is drawing a frame already: publishes in this very frame, unless it has to wait for a later one. */
  join(): void
  stop(): void
}

/** How much of the time publishing may take. */
export interface PublisherRate {
  /** Of all time, what publishing and drawing it may take. */
  readonly share: number
  readonly longestPauseMs: number
  /** How much of the pauses may be owed: what happens now and then is published at once all the same, ms. */
  readonly creditMs: number
}

const hiddenMs = 1000
/** An event is on the screen within 100 ms (DESIGN 6), of which the frame takes its part. */
const soon: PublisherRate = { share: 0.6, longestPauseMs: 70, creditMs: 0 }

/**
 * How long to wait after a frame that cost `costMs` before the next one, ms: a page that draws as often as it can has no
 * time left for the events themselves.
 */
export function pauseAfter(
  costMs: number,
  { share, longestPauseMs }: Pick<PublisherRate, 'share' | 'longestPauseMs'>,
): number {
  return Math.min(longestPauseMs, costMs / share - costMs)
}

/** @param now ms, never going back */
export function createPublisher(
  page: Document,
  publish: () => void,
  rate = soon,
  now: () => number = () => performance.now(),
): Publisher {
  const { port1: drawn, port2: afterFrame } = new MessageChannel()
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let begunAt = 0
  /** Published and not drawn yet; who asks meanwhile has to wait until it is known what that cost. */
  let isDrawing = false
  let isAskedAgain = false
  /** Until when all pauses would last one after the other. */
  let restsUntil = -Infinity
  drawn.onmessage = () => {
    const costMs = now() - begunAt
    restsUntil = Math.max(restsUntil, begunAt) + costMs + pauseAfter(costMs, rate)
    isDrawing = false
    if (!isAskedAgain) return
    isAskedAgain = false
    ask()
  }

  /** How long to wait before the next publication, ms. */
  const restMs = (): number => restsUntil - rate.creditMs - now()

  const cancel = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = undefined
    timer = undefined
  }
  const run = (): void => {
    cancel()
    begunAt = now()
    // Told when what is published now is drawn.
    if (!page.hidden) {
      isDrawing = true
      afterFrame.postMessage(undefined)
    }
    publish()
  }
  const askFrame = (): void => {
    timer = undefined
    frame = requestAnimationFrame(run)
  }
  const ask = (): void => {
    if (frame !== undefined || timer !== undefined) return
    if (isDrawing) isAskedAgain = true
    else if (page.hidden) timer = setTimeout(run, hiddenMs)
    else if (restMs() > 0) timer = setTimeout(askFrame, restMs())
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
    join() {
      if (restMs() > 0) ask()
      else run()
    },
    stop() {
      cancel()
      drawn.close()
      page.removeEventListener('visibilitychange', onVisibility)
    },
  }
}
