import { faultCases } from './faultCases.ts'
import type { FaultCase } from './faultCases.ts'
import { faultRow } from './faultRow.ts'
import { startFaultStage } from './faultStage.ts'
import { judge } from './judge.ts'
import { tryFault } from './tryFault.ts'

/** What came of one fault. */
export interface FaultReport {
  readonly faultCase: FaultCase
  readonly row: readonly string[]
  readonly complaints: readonly string[]
}

/**
 * Sends a wall through the faults that are wanted, one after the other, each on a day of its own. The wall has
 * to be built. Tells of each as soon as it is over.
 */
export async function runFaults(
  isWanted: (faultCase: FaultCase) => boolean,
  tell: (report: FaultReport) => void,
): Promise<void> {
  const stage = await startFaultStage()
  try {
    for (const faultCase of faultCases) {
      if (!isWanted(faultCase)) continue
      const outcome = await tryFault(stage, faultCase)
      const complaints = judge(faultCase, outcome)
      tell({ faultCase, row: faultRow(faultCase, outcome), complaints })
    }
  } finally {
    await stage.stop()
  }
}
