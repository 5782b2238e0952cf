import type { SessionState } from '../../../domain/sessionState.ts'
import { phaseOf } from '../../../domain/sessionState.ts'
import type { HistoryRow } from './chainLink.ts'
import type { Draft, PlacedSession } from './sessionIndex.ts'
import { sessionFacts } from '../disk/sessionFacts.ts'

/**
 * What is stored of sessions that go on, as if the PBX's history told of them, which it does when they have ended: who
 * was handed over may talk still.
 */
export function livingRows(
  drafts: readonly Draft[],
  isTold: (sessionId: string) => boolean,
): ReadonlyMap<HistoryRow, PlacedSession> {
  const rows = new Map<HistoryRow, PlacedSession>()
  for (const draft of drafts) {
    for (const fact of sessionFacts(draft.record)) {
      if (fact.end !== 'open' || isTold(fact.id)) continue
      rows.set(rowOf(draft, fact), { draft, fact })
    }
  }
  return rows
}

function rowOf(
  { record }: Draft,
  { id, begunAt, caller, callee }: PlacedSession['fact'],
): HistoryRow {
  const place = record.sessions.findIndex((session) => session.id === id)
  const states = record.steps.flatMap(({ session, state }) =>
    session === place && state !== undefined ? [state] : [],
  )
  const hasTalked = states.some((state) => phaseOf(state) !== 'setup')
  const state: SessionState = hasTalked ? 'InCall' : 'Ringing'
  return {
    ...{ id, state, startedAt: begunAt, direction: record.sessions[place]?.direction },
    ...{ source: caller, destination: callee, callerId: caller },
    dialed: record.sessions[place]?.dialed ?? '',
  }
}
