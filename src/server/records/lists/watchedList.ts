import type { RecordedStep } from '../../../domain/callRecord.ts'
import { sameIdWithinMs } from '../../../domain/callRecord.ts'
import type { Roles } from '../../../domain/roles.ts'
import { isFinal, phaseOf } from '../../../domain/sessionState.ts'
import type { SessionState } from '../../../domain/sessionState.ts'
import type { ActiveCall } from '../../../pbx/ozeki/http/listActiveCalls.ts'
import { partiesOf } from './listedParties.ts'

/** What the PBX's word for a call in its list means; `undefined` where it tells nothing. */
export function listedState(row: ActiveCall): SessionState | undefined {
  const { state } = row
  // Whoever is listed is alive: Transferred is said of a call that is being handed over.
  if (state === 'TransferCompleted') return 'Transferring'
  return state === undefined || isFinal(state) ? undefined : state
}

export function isTalking(row: ActiveCall): boolean {
  const state = listedState(row)
  return state !== undefined && phaseOf(state) !== 'setup'
}

/** When the call of a row began, as the PBX says; `undefined` where that cannot be. DESIGN 3.1. */
export function credibleBegin({ startedAt }: ActiveCall, at: number): number | undefined {
  const isCredible = startedAt !== undefined && startedAt <= at && at - startedAt < sameIdWithinMs
  return isCredible ? startedAt : undefined
}

/** The steps that a call has made by the time at which it is first listed, epoch ms. */
export function firstSteps(row: ActiveCall, at: number, roles: Roles): readonly RecordedStep[] {
  const begun = credibleBegin(row, at)
  const how = begun === undefined ? 'found' : 'seen'
  const state = isTalking(row) ? 'Ringing' : (listedState(row) ?? 'Setup')
  const opened = { session: 0, at: begun ?? at, how, state, ...partiesOf(row, roles) } as const
  return [opened, ...talkSteps(row, at, opened.at)]
}

/** The steps that a call, begun at `begunAt`, has made between two lists; `at`: when it was listed last, epoch ms. */
export function nextSteps(
  before: ActiveCall,
  row: ActiveCall,
  at: number,
  begunAt: number,
  roles: Roles,
): readonly RecordedStep[] {
  const { callee } = partiesOf(row, roles)
  const isMoved = callee !== '' && callee !== partiesOf(before, roles).callee
  const moved: readonly RecordedStep[] = isMoved ? [{ session: 0, at, how: 'found', callee }] : []
  if (!isTalking(before)) return [...moved, ...talkSteps(row, at, begunAt)]
  const state = listedState(row)
  if (state === undefined || state === listedState(before)) return moved
  return [...moved, { session: 0, at, how: 'found', state }]
}

/** The PBX measures since when a call is answered, not since when it is held. */
function talkSteps(row: ActiveCall, at: number, earliest: number): readonly RecordedStep[] {
  if (!isTalking(row)) return []
  const { talkMs } = row
  const answered: RecordedStep = {
    session: 0,
    at: talkMs === undefined ? at : Math.max(earliest, at - talkMs),
    how: talkMs === undefined ? 'found' : 'seen',
    state: 'InCall',
  }
  const state = listedState(row)
  return state === undefined || state === 'InCall'
    ? [answered]
    : [answered, { session: 0, at, how: 'found', state }]
}
