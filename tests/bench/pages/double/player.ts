import type { Step } from '../../events/steps.ts'

/** What plays steps at their times. */
export interface Player {
  /** Resolves when the last step was told. */
  readonly done: Promise<void>
}

/**
 * Tells each step in a task of its own at its time, as messages arrive at a socket. `onStep` gets the moment at which it
 * was due (ms of `performance.now`), which is before it is told where the page is busy.
 */
export function playSteps(
  steps: readonly Step[],
  onStep: (step: Step, dueAt: number) => void,
): Player {
  const begun = performance.now()
  const channel = new MessageChannel()
  let posted = 0
  let told = 0
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  channel.port1.onmessage = () => {
    const step = steps[told++]
    if (step !== undefined) onStep(step, begun + step.at)
    if (told === steps.length) {
      channel.port1.close()
      finish()
    }
  }
  const postDue = (): void => {
    const now = performance.now() - begun
    while ((steps[posted]?.at ?? Infinity) <= now) {
      posted++
      channel.port2.postMessage(0)
    }
    const next = steps[posted]
    if (next !== undefined) setTimeout(postDue, next.at - now)
  }
  postDue()
  if (steps.length === 0) finish()
  return { done }
}

/**
 * Tells `perFrame` steps, each in a task of its own, waits until what they did is painted, and so on: how many a frame
 * holds does not depend on how fast the machine is. Resolves when the last of them is painted.
 */
export function playByFrames(
  steps: readonly Step[],
  perFrame: number,
  onStep: (step: Step) => void,
): Promise<void> {
  const messages = new MessageChannel()
  const frames = new MessageChannel()
  let told = 0
  return new Promise((resolve) => {
    const post = (): void => {
      const count = Math.min(perFrame, steps.length - told)
      for (let posted = 0; posted < count; posted++) messages.port2.postMessage(0)
      if (count === 0) resolve()
    }
    messages.port1.onmessage = () => {
      const step = steps[told++]
      if (step !== undefined) onStep(step)
      const isLast = told % perFrame === 0 || told === steps.length
      if (isLast) requestAnimationFrame(() => frames.port2.postMessage(0))
    }
    frames.port1.onmessage = post
    post()
  })
}
