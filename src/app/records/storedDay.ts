import { joined } from '../../domain/stretch.ts'
import type { Stretch } from '../../domain/stretch.ts'

/**
 * Whether the server misses some of the stretches that it was told to be covered, so that its records are not all that
 * it once had. Only what is after `dayStart` (epoch ms) counts.
 */
export function hasForgotten(
  covered: readonly Stretch[],
  told: readonly Stretch[],
  dayStart: number,
): boolean {
  const known = joined(covered)
  return told.some(([from, to]) => {
    const start = Math.max(from, dayStart)
    return start < to && !known.some(([begin, end]) => begin <= start && to <= end)
  })
}

/** How long ago another wall may have seen the PBX and still be expected to report what came after, ms. */
const freshMs = 10 * 60_000

/**
 * Whether somebody watched until shortly before this wall did (`since`, epoch ms), so that the time between may soon be
 * covered by a report that is under way.
 */
export function hasFreshHole(covered: readonly Stretch[], since: number | undefined): boolean {
  if (since === undefined) return false
  const before = joined(covered).filter(([from]) => from < since)
  const end = before[before.length - 1]?.[1]
  return end !== undefined && end < since && since - end < freshMs
}
