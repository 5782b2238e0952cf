import type { PbxSession } from '../types.ts'
import type { LocalTime } from './localTime.ts'

/** One call of the PBX's history. It has no durations and no end, as the PBX's own has none. */
export interface HistoryRow {
  /** `yyyy-MM-dd HH:mm:ss` in the PBX's local time. */
  readonly startTime: string
  readonly direction: string
  readonly source: string
  readonly destination: string
  readonly state: string
  readonly dialed: string
  readonly callerId: string
  readonly type: 'Audio'
  readonly callId: string
}

/** The filters of a history query; an empty text filters nothing. `Extension` is either side of a call. */
export type HistoryFilter = (
  name:
    | 'From'
    | 'General'
    | 'Direction'
    | 'Source'
    | 'Destination'
    | 'State'
    | 'Dialed'
    | 'CallerId'
    | 'CallId'
    | 'Extension',
) => string

/** Whether `from` can be compared with a row's start time. */
export function isStartFilter(from: string): boolean {
  return /^\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?$/.test(from)
}

/** The rows of `sessions`, in their order, that pass every filter. `From` is inclusive. */
export function historyRows(
  sessions: readonly PbxSession[],
  time: LocalTime,
  filter: HistoryFilter,
): readonly HistoryRow[] {
  const accepts = rowFilter(filter)
  return sessions.map((session) => historyRow(session, time)).filter(accepts)
}

function historyRow(session: PbxSession, time: LocalTime): HistoryRow {
  return {
    startTime: time.stamp(session.startedAt),
    direction: session.direction,
    source: session.source,
    destination: session.destination,
    state: session.sessionState,
    dialed: session.dialedNumber,
    callerId: session.caller,
    type: 'Audio',
    callId: session.sessionId,
  }
}

function rowFilter(filter: HistoryFilter): (row: HistoryRow) => boolean {
  const from = filter('From')
  const general = filter('General').toLowerCase()
  const wanted = [
    ['direction', filter('Direction').toLowerCase()],
    ['source', filter('Source').toLowerCase()],
    ['destination', filter('Destination').toLowerCase()],
    ['state', filter('State').toLowerCase()],
    ['dialed', filter('Dialed').toLowerCase()],
    ['callerId', filter('CallerId').toLowerCase()],
  ] as const
  const callId = filter('CallId')
  const extension = filter('Extension')

  return (row) =>
    row.startTime >= from &&
    wanted.every(([key, value]) => value === '' || row[key].toLowerCase() === value) &&
    // Call ids differ by case alone.
    (callId === '' || row.callId === callId) &&
    (extension === '' || row.source === extension || row.destination === extension) &&
    (general === '' ||
      Object.values(row).some((value: string) => value.toLowerCase().includes(general)))
}
