const firstMs = 500
const largestMs = 30_000

/**
 * How long to wait before the next try, in ms: half a second at most after the first failure, doubling to 30 s.
 * The lower half is fixed and the upper half random, so that many walls do not return in the same instant.
 * @param attempt how many tries have failed before this wait, less one
 * @param random a number from 0 to 1
 */
export function backOffMs(attempt: number, random: number): number {
  const wholeMs = Math.min(largestMs, firstMs * 2 ** attempt)
  return wholeMs * (0.5 + random / 2)
}

/** How long to wait after a second refusal, in ms: 30 to 60 s, since only a person can change the answer. */
export function deniedBackOffMs(random: number): number {
  return largestMs * (1 + random)
}
