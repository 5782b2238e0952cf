import type { Step } from './steps.ts'

/**
 * The steps at exactly `perSecond` in every second: each run of so many takes a second, in which they keep their order
 * and their relative distances, so that what came at one moment still does. Times are ms after the first.
 */
export function atPace(steps: readonly Step[], perSecond: number): readonly Step[] {
  const paced: Step[] = []
  for (let first = 0; first < steps.length; first += perSecond) {
    const run = steps.slice(first, first + perSecond)
    const from = run[0]?.at ?? 0
    const to = steps[first + perSecond]?.at ?? (run[run.length - 1]?.at ?? from) + 1
    const share = 1000 / Math.max(1, to - from)
    const second = (first / perSecond) * 1000
    paced.push(...run.map((step) => ({ ...step, at: second + (step.at - from) * share })))
  }
  return paced
}
