/** Gathers many requests to publish into one a frame, or fewer where frames are dear; a hidden page publishes once a second. */
export interface Publisher {
  ask(): void
  /** For who is drawing a frame: publishes in this very frame, unless it has to wait for a later one. */
  join(): void
  stop(): void
}

/** How much of the time publishing may take. */
export interface PublisherRate {
  /** Of all time, what publishing and drawing it may take. */
  readonly share: number
  /** A frame that costs less takes a larger share, so that cheap ones follow one another soon. @default 0 */
  readonly dearMs?: number
  /** After cheap frames too: thirty a second are as many as anybody can read. @default 0 */
  readonly shortestPauseMs?: number
  readonly longestPauseMs: number
  /** How much of the pauses may be owed: what happens now and then is published at once all the same, ms. */
  readonly creditMs: number
}

const hiddenMs = 1000
/** A slow machine that draws for 100 ms shows an event within 250 ms, and has time for the next. */
const soon: PublisherRate = {
  share: 0.5,
  dearMs: 80,
  shortestPauseMs: 10,
  longestPauseMs: 110,
  creditMs: 0,
}

/**
 * How long to wait after a frame that cost `costMs` before the next one, ms: a page that draws as often as it can has no
 * time left for the events themselves.
 */
export function pauseAfter(
  costMs: number,
  { share, dearMs = 0, shortestPauseMs = 0, longestPauseMs }: Omit<PublisherRate, 'creditMs'>,
): number {
  const part = costMs < dearMs ? costMs / dearMs : 1
  const pause = (costMs / share - costMs) * part
  return Math.min(longestPauseMs, Math.max(shortestPauseMs, pause))
}

export interface PublisherOptions {
  /** Ms, never going back. */
  readonly now?: () => number
  /**
   * Whoever draws the frames: it is asked for one, and has this publisher `join` it for as long as that has something to
   * publish. Two that draw by themselves make twice as many frames, each of which costs, however little is in it.
   */
  readonly leader?: Pick<Publisher, 'ask'>
}

export function createPublisher(
  page: Document,
  publish: () => void,
  rate = soon,
  { now = () => performance.now(), leader }: PublisherOptions = {},
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
    if (leader === undefined) frame = requestAnimationFrame(run)
    else leader.ask()
  }
  const ask = (): void => {
    if (frame !== undefined || timer !== undefined) return
    if (isDrawing) isAskedAgain = true
    else if (page.hidden && leader === undefined) timer = setTimeout(run, hiddenMs)
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
