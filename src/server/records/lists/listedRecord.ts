import type { CallRecord } from '../../../domain/callRecord.ts'
import type { ActiveCall } from '../../../pbx/ozeki/http/listActiveCalls.ts'
import type { ListContext } from './followed.ts'
import { outsideOf } from './listedParties.ts'
import { maskRecord } from '../maskRecord.ts'
import { firstSteps } from './watchedList.ts'

/** The record of a call that is listed for the first time, as it may be stored. @param masterId what it continues; empty where that is not known */
export function listedRecord(row: ActiveCall, masterId: string, context: ListContext): CallRecord {
  const { at, roles, mask } = context
  const steps = firstSteps(row, at, roles)
  const [first] = steps
  const parties = [first?.caller ?? '', first?.callee ?? '', row.dialed]
  const record: CallRecord = {
    id: row.id,
    startedAt: first?.at ?? at,
    // Whoever sees the call itself knows more than these lists.
    isFromStart: false,
    isOver: false,
    sessions: [{ id: row.id, masterId, dialed: row.dialed }],
    steps,
    outside: outsideOf(parties, roles),
  }
  return maskRecord(record, mask)
}
