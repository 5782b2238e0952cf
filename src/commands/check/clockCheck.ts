import type { ActiveCall } from '../../pbx/ozeki/http/listActiveCalls.ts'
import type { Finding } from './finding.ts'
import { bad, good, note, warning } from './finding.ts'

const what = 'clock'
const slightMs = 2_000
const largeMs = 30_000
const quarterMs = 15 * 60_000

/** What the PBX said of the time, and when; all in epoch ms. */
export interface ClockReading {
  /** The Date header of an answer, which is cut to the second; `undefined` where it had none. */
  readonly date: number | undefined
  readonly askedAt: number
  readonly answeredAt: number
}

/**
 * How far the PBX's clock is from ours, by the Date header of its answer; else, less exactly, by how long ago the calls
 * alive began.
 */
export function checkClock(
  reading: ClockReading,
  calls: readonly ActiveCall[],
): readonly Finding[] {
  const ours = (reading.askedAt + reading.answeredAt) / 2
  const byCalls = nowByCalls(calls)
  if (reading.date !== undefined) {
    const difference = reading.date + 500 - ours
    const how = 'by the Date header of its HTTP API, to half a second'
    return [judge(difference, how), ...zoneFindings(byCalls, ours + difference)]
  }
  if (byCalls !== undefined) {
    return [judge(byCalls - ours, `estimated from ${calls.length} calls that are alive`)]
  }
  return [note(what, 'Not known: the PBX sends no Date header, and no call is alive.')]
}

function judge(differenceMs: number, how: string): Finding {
  const size = Math.abs(differenceMs)
  const side = differenceMs > 0 ? 'ahead of' : 'behind'
  const text = `The PBX’s clock is ${duration(size)} ${side} this machine’s (${how}).`
  if (size <= slightMs) return good(what, text)
  const mend = 'Let both follow the same time server (NTP).'
  return size <= largeMs
    ? warning(what, `${text} ${mend}`)
    : bad(what, `${text} Times and days would be wrong. ${mend}`)
}

/** The latest moment that the calls alive speak of, on the PBX's clock; whether a hold counts as talk is not known. */
function nowByCalls(calls: readonly ActiveCall[]): number | undefined {
  const moments = calls.flatMap(({ startedAt, ringMs = 0, talkMs = 0 }) =>
    startedAt === undefined ? [] : [startedAt + ringMs + talkMs],
  )
  return moments.length === 0 ? undefined : Math.max(...moments)
}

/** Times without an offset are read in the site's zone; a PBX in another zone is off by quarters of an hour. */
function zoneFindings(byCalls: number | undefined, pbxNow: number): readonly Finding[] {
  if (byCalls === undefined) return []
  const shift = byCalls - pbxNow
  const quarters = Math.round(shift / quarterMs)
  const isZone = quarters !== 0 && Math.abs(shift - quarters * quarterMs) < 120_000
  if (!isZone && shift < largeMs) return []
  const mend = 'Set site.timeZone to the zone of the PBX; else its history lands in wrong hours.'
  const side = shift > 0 ? 'ahead of' : 'behind'
  return [
    warning(
      'time zone',
      `The PBX writes times ${duration(Math.abs(shift))} ${side} its clock. ${mend}`,
    ),
  ]
}

function duration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const minutes = Math.round(ms / 60_000)
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}
