/** Asks the page for a frame, and tells whether it came. */
export interface FrameProbe {
  /** Whether a frame has come since this was last asked; asks for the next one. */
  take(): boolean
  stop(): void
}

/** A probe that has asked for its first frame. */
export function startFrameProbe(
  page: Pick<Window, 'requestAnimationFrame' | 'cancelAnimationFrame'>,
): FrameProbe {
  let hasCome = false
  let frame: number | undefined

  const ask = (): void => {
    frame ??= page.requestAnimationFrame(() => {
      frame = undefined
      hasCome = true
    })
  }
  ask()

  return {
    take() {
      const came = hasCome
      hasCome = false
      ask()
      return came
    },
    stop() {
      if (frame !== undefined) page.cancelAnimationFrame(frame)
    },
  }
}
