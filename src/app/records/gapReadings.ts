/** How often the day is read after a gap, until all is known that other walls have seen of it. */
export interface GapReadings {
  /**
   * How long after this reading the next one is due, ms; `undefined`: no more are.
   * @param hasHole whether somebody may still be about to tell what he saw of the gap
   */
  next(hasHole: boolean): number | undefined
}

/** Another wall reports what it saw last within 6 s; the server asks the PBX's history a little later. */
const firstMs = 4_000
const mostReadings = 5
/** Who came back shortly before has not told anything of it yet, so that nobody seems to know more. */
const leastReadings = 2

/** The readings of one gap after that at its end: 4 s later, then each twice as late as the one before. */
export function createGapReadings(): GapReadings {
  let count = 0
  let sinceMs = firstMs
  return {
    next(hasHole) {
      if (count >= mostReadings || (!hasHole && count >= leastReadings)) return undefined
      const delayMs = sinceMs
      // Twice as long after the gap as the reading before.
      if (count > 0) sinceMs *= 2
      count++
      return delayMs
    },
  }
}
