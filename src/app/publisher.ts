/** Gathers many requests to publish into one a frame; a hidden page publishes once a second. */
export interface Publisher {
  ask(): void
  stop(): void
}

const hiddenMs = 1000

export function createPublisher(page: Document, publish: () => void): Publisher {
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const cancel = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = undefined
    timer = undefined
  }
  const run = (): void => {
    cancel()
    publish()
  }
  const ask = (): void => {
    if (frame !== undefined || timer !== undefined) return
    if (page.hidden) timer = setTimeout(run, hiddenMs)
    else frame = requestAnimationFrame(run)
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
      page.removeEventListener('visibilitychange', onVisibility)
    },
  }
}
