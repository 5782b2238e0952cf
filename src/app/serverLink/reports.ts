import type { WallReport } from '../../contract/wallReport.ts'
import type { Timers } from '../../pbx/timers.ts'

/** What a report says of the page itself; it is told once. */
type Troubles = Pick<WallReport, 'errors' | 'violations'>

export interface ReportsOptions {
  readonly timers: Timers
  /** The state of the wall at this moment. */
  readonly read: () => Omit<WallReport, keyof Troubles>
  /** What went wrong since it was last asked. */
  readonly takeTroubles: () => Troubles
  /** Rejects, or answers `false`, when the server did not take the report. */
  readonly send: (report: WallReport) => Promise<boolean>
}

const everyMs = 10_000
const mostTroubles = 20

/** Tells the server every 10 s how the wall is, until it is stopped. What the server did not hear of is told again. */
export function startReports({ timers, read, takeTroubles, send }: ReportsOptions): () => void {
  let untold: Troubles = { errors: [], violations: [] }
  let timer: unknown
  let isStopped = false

  const report = async (): Promise<void> => {
    const { errors, violations } = takeTroubles()
    const troubles = {
      errors: [...untold.errors, ...errors].slice(0, mostTroubles),
      violations: [...untold.violations, ...violations].slice(0, mostTroubles),
    }
    const isTold = await send({ ...read(), ...troubles }).catch(() => false)
    untold = isTold ? { errors: [], violations: [] } : troubles
    next()
  }
  const next = (): void => {
    if (!isStopped) timer = timers.set(() => void report(), everyMs)
  }
  next()

  return () => {
    isStopped = true
    timers.clear(timer)
  }
}
