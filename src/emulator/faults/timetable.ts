import type { Fault, Faults } from '../faults.ts'
import type { EmulatorClock } from '../types.ts'

/** A fault that is to come; seconds of site time since the start. */
export interface PlannedFault {
  readonly fault: Fault
  readonly beginsAfter: number
  /** Left out: it goes on to the end, or is over at once. */
  readonly lasts?: number | undefined
}

/**
 * Begins and ends `planned` faults by `clock`, which starts now; whoever made the clock stops it. `onProblem` hears
 * what kept a fault from beginning or ending.
 */
export function planFaults(
  planned: readonly PlannedFault[],
  faults: Faults,
  clock: EmulatorClock,
  onProblem: (error: unknown) => void,
): void {
  const start = clock.now()
  for (const { fault, beginsAfter, lasts } of planned) {
    const begin = start + beginsAfter * 1000
    clock.at(begin, () => void faults.begin(fault).catch(onProblem))
    if (lasts !== undefined) {
      clock.at(begin + lasts * 1000, () => void faults.end(fault.name).catch(onProblem))
    }
  }
}
