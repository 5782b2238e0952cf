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
