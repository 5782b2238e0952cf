import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'

/** The text of a traffic file with these calls. */
export function trafficFile(rows: readonly TrafficRow[]): string {
  const lines = rows.map((row) =>
    [
      ...[row.callId, row.day, row.queue, row.caller],
      ...[row.arriveSeconds, row.answerSeconds ?? '', row.endSeconds, row.agent],
    ].join(),
  )
  return ['call_id,day,queue,caller,arrive_s,answer_s,end_s,agent', ...lines, ''].join('\n')
}
