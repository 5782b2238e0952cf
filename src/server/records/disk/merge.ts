import { lastStepAt, saysMore } from '../../../domain/callRecord.ts'
import type { CallRecord } from '../../../domain/callRecord.ts'

/** What becomes of a report of a call, beside what is stored of the same call. */
export interface Settlement {
  /** Whether the report is stored, in the place of all that it was compared with. */
  readonly isStored: boolean
  /** Whether walls that have read the day have to read it again. */
  readonly isNews: boolean
  /** Whether something stored says more than the report. */
  readonly isBehind: boolean
}

/**
 * The fullest of the records of one call stays, the first of equals; DESIGN 4.4.
 * @param stored the records that are of the same call as the report
 * @param now epoch ms
 */
export function settle(
  reported: CallRecord,
  stored: readonly CallRecord[],
  now: number,
): Settlement {
  const isBehind = stored.some((record) => saysMore(record, reported))
  const isStored = stored.every((record) => saysMore(reported, record))
  const isLate = stored.length === 0 && lastStepAt(reported) < now - promptMs
  const isCorrection = isStored && stored.some((record) => corrects(reported, record))
  return { isStored, isBehind, isNews: isLate || isCorrection }
}

/** A call that is told later than this may be missing in what walls have read, ms. */
const promptMs = 60_000

/** A call that goes on is told anew again and again; one that was told to its end, or as another call, is not. */
function corrects(reported: CallRecord, former: CallRecord): boolean {
  return (
    former.isOver ||
    former.steps.some(({ how }) => how === 'lost') ||
    former.id !== reported.id ||
    former.isFromStart !== reported.isFromStart
  )
}
