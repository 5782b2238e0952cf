import { lastStepAt } from '../../domain/callRecord.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import { createCentre } from '../../domain/centre.ts'
import type { Centre } from '../../domain/centre.ts'
import { mergeRecords } from '../../domain/mergeRecords.ts'
import { recall } from '../../domain/recall.ts'
import type { SeenHere } from '../../domain/recall.ts'
import type { CentreSettings } from '../../domain/settings.ts'
import { joined } from '../../domain/stretch.ts'
import type { Stretch } from '../../domain/stretch.ts'
import type { BuildCentre } from '../stores/presentCentre.ts'

/** What the server knows of a day. */
export interface StoredDay {
  readonly revision: number
  readonly covered: readonly Stretch[]
  readonly counted: readonly Stretch[]
  readonly records: readonly CallRecord[]
}

/** How far the clocks of other walls may be ahead, ms. */
const aheadMs = 300_000

/** How long the page may be kept from anything else, ms. */
const sliceMs = 8

/**
 * How to make a centre that knows the stored day and all that the present one has seen: the day is told to it from its
 * start, bit by bit, so that the page stays alive.
 * @param pause lets the page do other things
 * @param steadyNow ms of a clock that nobody sets
 * @param onRecords told every call of the day that is known now
 */
export function buildFrom(
  stored: StoredDay,
  settings: CentreSettings,
  pause: () => Promise<void>,
  steadyNow: () => number,
  onRecords: (records: readonly CallRecord[]) => void = () => undefined,
): BuildCentre {
  return async (present, adHoc, now) => {
    const own = [...present.calls()].map((call) => present.recordOf(call))
    const since = present.coveredSince()
    // What has not happened yet would take the wall into the future.
    const past = stored.records.filter((record) => lastStepAt(record) <= now + aheadMs)
    const known = joined([...stored.covered, ...present.covered()])
    const records = mergeRecords(past, { records: own, since, covered: known })
    onRecords(records)
    const covered = endless(known, since)
    const begin = records.reduce(
      (earliest, { steps }) => Math.min(earliest, steps[0]?.at ?? earliest),
      Math.min(present.dayStart(), now),
    )

    const centre = createCentre(settings, begin)
    const entries = present.directory()
    if (entries.length > 0) centre.apply({ type: 'directory', at: begin, entries })
    for (const team of adHoc) centre.watch(team)
    const { counted } = stored
    const isAway = since === undefined
    const told = recall({ records, covered, counted, seenHere: seenBy(present), isAway })
    let sliceEnds = steadyNow() + sliceMs
    for (const news of told) {
      centre.recall(news)
      if (steadyNow() < sliceEnds) continue
      await pause()
      sliceEnds = steadyNow() + sliceMs
    }
    return centre
  }
}

/**
 * While the wall is connected, what it covers has no end yet. `since`: since when it is; of a connection of this very
 * moment nothing is covered so far.
 */
function endless(covered: readonly Stretch[], since: number | undefined): readonly Stretch[] {
  if (since === undefined) return covered
  const last = covered[covered.length - 1]
  if (last === undefined || last[1] < since) return [...covered, [since, Infinity]]
  return [...covered.slice(0, -1), [last[0], Infinity]]
}

/** What the centre has seen of the sessions that it still knows; read before anything is waited for. */
function seenBy(centre: Centre): (sessionId: string) => SeenHere | undefined {
  const seen = new Map<string, SeenHere>()
  for (const { sessions, hasMoved } of centre.calls()) {
    const { isFoundHere } = sessions[0]
    for (const { id, callerName, calleeName } of sessions) {
      seen.set(id, { callerName, calleeName, hasMoved, isFoundHere })
    }
  }
  return (sessionId) => seen.get(sessionId)
}
