import * as v from 'valibot'
import type { CallsReport } from '../../contract/callBodies.ts'
import { callRecordSchema, mostReported } from '../../contract/callBodies.ts'
import { lastStepAt } from '../../domain/callRecord.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import type { Call } from '../../domain/call.ts'
import type { Centre } from '../../domain/centre.ts'
import type { Stretch } from '../../domain/stretch.ts'

/** What this wall saw and the server has not stored yet. Times are epoch ms of site time. */
export interface Outbox {
  /**
   * Puts in what has changed since the last time.
   * @param certainUntil until when nothing was missed for sure; what comes after is not claimed to be covered
   */
  collect(centre: Centre, now: number, certainUntil?: number): void
  /** The next report, `undefined` when nothing is to be told. */
  next(): Omit<CallsReport, 'wall'> | undefined
  /** The server has stored a report. */
  stored(report: Omit<CallsReport, 'wall'>): void
  /** The stretches that the server has been told to be covered. */
  told(): readonly Stretch[]
}

/** Sessions are moved from call to call within 3 s of a hand-over, so that long a changed call is held back, ms. */
const settledAfterMs = 3_000
/** A server that is away for so many calls loses the oldest. */
const mostKept = 5_000
/** A report of so many characters is well within what the server takes, whatever characters they are. */
const longestReport = 300_000

export function createOutbox(): Outbox {
  const waiting = new Map<string, CallRecord>()
  /** What was reported of the calls that the centre knows, and when. */
  let reported = new Map<string, { readonly call: Call; readonly at: number }>()
  let covered: readonly Stretch[] = []
  let told: readonly Stretch[] = []
  /** Nothing before is claimed to be covered any more, because calls of that time were dropped. */
  let floor = -Infinity

  const drop = (record: CallRecord): void => {
    waiting.delete(record.id)
    floor = Math.max(floor, lastStepAt(record))
  }

  /** A record that the server must refuse would keep all others back. */
  const put = (record: CallRecord): void => {
    if (!v.is(callRecordSchema, record) || lengthOf(record) > longestReport) {
      drop(record)
      return
    }
    waiting.delete(record.id)
    waiting.set(record.id, record)
    const [oldest] = waiting.values()
    if (waiting.size > mostKept && oldest !== undefined) drop(oldest)
  }

  return {
    collect(centre, now, certainUntil = now) {
      const known: typeof reported = new Map()
      let claimed = Math.min(now, certainUntil)
      for (const call of centre.calls()) {
        const before = reported.get(call.id)
        if (before?.call === call) {
          known.set(call.id, before)
          continue
        }
        const record = centre.recordOf(call)
        if (now - lastStepAt(record) < settledAfterMs) {
          claimed = Math.min(claimed, before?.at ?? record.startedAt)
          if (before !== undefined) known.set(call.id, before)
          continue
        }
        known.set(call.id, { call, at: now })
        put(record)
      }
      reported = known
      const seen = centre.covered().flatMap(([from, to]): Stretch[] => {
        const stretch: Stretch = [Math.max(from, floor), Math.min(to, claimed)]
        return stretch[0] < stretch[1] ? [stretch] : []
      })
      covered = seen.slice(-mostStretches)
    },
    next() {
      const calls: CallRecord[] = []
      let length = 0
      for (const record of waiting.values()) {
        length += lengthOf(record)
        if (calls.length === mostReported || length > longestReport) break
        calls.push(record)
      }
      const isLast = calls.length === waiting.size
      const news = isLast && JSON.stringify(covered) !== JSON.stringify(told) ? covered : []
      return calls.length + news.length > 0 ? { calls, covered: news } : undefined
    },
    stored({ calls, covered: nowTold }) {
      for (const call of calls) if (waiting.get(call.id) === call) waiting.delete(call.id)
      if (nowTold.length > 0) told = nowTold
    },
    told: () => told,
  }
}

const mostStretches = 100

function lengthOf(record: CallRecord): number {
  return JSON.stringify(record).length
}
