import type { RecordedStep } from '../../../domain/callRecord.ts'
import type { ActiveCall } from '../../../pbx/ozeki/http/listActiveCalls.ts'
import { joinedRecord, withFoundEnd, withSteps, withoutLoss } from './amendRecord.ts'
import type { Followed, ListContext } from './followed.ts'
import { findForerunner } from './forerunner.ts'
import { storedParty } from './listedParties.ts'
import { listedRecord } from './listedRecord.ts'
import { createSessionIndex, draftOf, isListed, placeIn } from './sessionIndex.ts'
import type { Draft, PlacedSession } from './sessionIndex.ts'
import type { AmendmentList } from '../disk/store.ts'
import { credibleBegin, nextSteps } from './watchedList.ts'

/** So many lists after its last one a call that the history does not know has ended somehow. */
const mostMissed = 4

/** Brings the records in line with a list of the calls alive. `followed` is brought up to date. */
export function followList(
  followed: Map<string, Followed>,
  rows: readonly ActiveCall[],
  context: ListContext,
): AmendmentList {
  const { at, roles, mask, stored } = context
  const drafts: Draft[] = stored.map(draftOf)
  const index = createSessionIndex(drafts, mask)
  const begun = new Map<string, Draft>()
  const placeOf = (id: string, { row, begunAt }: Followed): PlacedSession | undefined =>
    index.byId({ ...row, id, startedAt: begunAt })
  let hasCommonId = false

  const miss = (id: string, call: Followed): void => {
    const missed = call.missed + 1
    followed.set(id, { ...call, missed })
    const placed = call.isOwn ? placeOf(id, call) : undefined
    if (placed !== undefined && missed === 1) {
      const lost = { session: placeIn(placed.draft, id), at, how: 'lost', state: 'Ended' } as const
      placed.draft.record = withSteps(placed.draft.record, [lost])
    }
    if (missed < mostMissed) return
    followed.delete(id)
    if (placed?.fact.end !== 'lost') return
    const unknown = { parties: { caller: '', callee: '' }, outside: [], isAnswered: false }
    placed.draft.record = withFoundEnd(placed.draft.record, placeIn(placed.draft, id), {
      state: 'Ended',
      ...unknown,
    })
  }

  const goOn = (row: ActiveCall, call: Followed): void => {
    followed.set(row.id, { ...call, row, seenAt: at, missed: 0 })
    const placed = call.isOwn ? placeOf(row.id, call) : undefined
    if (placed === undefined) return
    const { draft } = placed
    const place = placeIn(draft, row.id)
    if (call.missed > 0) draft.record = withoutLoss(draft.record, place)
    const steps = nextSteps(call.row, row, at, call.begunAt, roles).map((step) => ({
      ...hide(step),
      session: place,
    }))
    if (steps.length > 0) draft.record = withSteps(draft.record, steps)
  }
  const hide = (step: RecordedStep): RecordedStep =>
    step.callee === undefined ? step : { ...step, callee: storedParty(step.callee, roles, mask) }

  const begin = (row: ActiveCall): void => {
    const begunAt = credibleBegin(row, at) ?? at
    const listed = { ...row, startedAt: begunAt }
    const byId = index.byId(listed)
    const known = byId ?? (context.idsAgree ? undefined : index.alike(listed))
    hasCommonId ||= byId !== undefined && !isListed(byId.draft)
    const call = { row, begunAt, seenAt: at, isOwn: known === undefined, missed: 0 }
    followed.set(row.id, { ...call, after: known === undefined ? open(row, call) : undefined })
  }
  const open = (row: ActiveCall, call: Followed): string | undefined => {
    const before = findForerunner(call, followed.values(), roles)
    const draft = before && (begun.get(before.row.id) ?? placeOf(before.row.id, before)?.draft)
    const record = listedRecord(row, draft?.record.id ?? before?.row.id ?? '', context)
    if (draft === undefined || before?.isOwn !== true) {
      const own = { replaced: [], record }
      drafts.push(own)
      begun.set(row.id, own)
    } else {
      draft.record = joinedRecord(draft.record, record)
      begun.set(row.id, draft)
    }
    return before?.row.id
  }

  const listed = new Set(rows.map(({ id }) => id))
  for (const [id, call] of [...followed]) if (!listed.has(id)) miss(id, call)
  for (const row of rows) {
    const call = followed.get(row.id)
    if (call === undefined) begin(row)
    else goOn(row, call)
  }
  const former = new Set(stored.map(({ record }) => record))
  const amendments = drafts.filter(({ record }) => !former.has(record))
  return { amendments, hasCommonId }
}
