import type { CallRecord, RecordedSession, RecordedStep, StepSource } from './callRecord.ts'
import { createDues } from './dues.ts'
import type { SessionFacts } from './sessionEvent.ts'
import type { Stretch } from './stretch.ts'

/** What is known of a time gone by: calls, and how completely they are known. */
export interface Recollection {
  readonly records: readonly CallRecord[]
  /** Stretches in which nothing was missed; the last one ends at `Infinity` while somebody watches. */
  readonly covered: readonly Stretch[]
  /** Stretches in which at least no call is missing. */
  readonly counted: readonly Stretch[]
  /** What this wall has seen by itself of a session, of the latest ones. */
  readonly seenHere?: ((sessionId: string) => SeenHere | undefined) | undefined
  /** Whether this wall is yet to find what is alive of the calls that it has not seen. @default false */
  readonly isAway?: boolean
}

/** What a record does not hold. */
export interface SeenHere {
  readonly callerName: string
  readonly calleeName: string
  /** Whether the session's call moved before the eyes of this wall. */
  readonly hasMoved: boolean
  /** Whether this wall found that call alive, instead of hearing it begin. */
  readonly isFoundHere: boolean
}

/** A step of a session. Its `state` is `undefined`, and its parties are empty, where the step did not change them. */
export interface RecalledStep {
  readonly type: 'step'
  readonly at: number
  readonly how: StepSource
  /** The first session of its call that is told of. */
  readonly firstId: string
  /** Whether the call moved before the eyes of this wall. */
  readonly hasMoved: boolean
  readonly isFoundHere: boolean
  /** `false` for a session of which nobody saw the begin, though the PBX told when that was. */
  readonly isFromStart: boolean
  readonly session: SessionFacts
}

/** A time gone by, told again bit by bit: what happened, and when somebody saw or at least counted everything. */
export type Recalled =
  | RecalledStep
  | { readonly type: 'covered' | 'uncovered'; readonly at: number }
  | { readonly type: 'counted'; readonly at: number; readonly to: number }

/** Turns of one moment are told this far apart, ms: less than any clock tells. */
const turnMs = 0.001

type Due = { readonly event: Recalled } | { readonly record: CallRecord; readonly step: number }

/** The recollection in the order of time, for a centre that was told nothing yet. */
export function* recall(recollection: Recollection): Generator<Recalled> {
  const { covered, counted, records } = recollection
  const dues = createDues<Due>()
  for (const [from, to] of counted) dues.add(from, { event: { type: 'counted', at: from, to } })
  for (const [from, to] of covered) {
    dues.add(from, { event: { type: 'covered', at: from } })
    if (to < Infinity) dues.add(to, { event: { type: 'uncovered', at: to } })
  }
  const addStep = (record: CallRecord, step: number): void => {
    const next = record.steps[step]
    if (next !== undefined) dues.add(next.at + (next.turn ?? 0) * turnMs, { record, step })
  }
  for (const record of records) addStep(record, 0)

  for (let due = dues.take(Infinity); due !== undefined; due = dues.take(Infinity)) {
    const { item } = due
    if ('event' in item) {
      yield item.event
      continue
    }
    const event = recalled(item.record, item.step, recollection)
    if (event !== undefined) yield event
    addStep(item.record, item.step + 1)
  }
}

function recalled(
  record: CallRecord,
  place: number,
  recollection: Recollection,
): RecalledStep | undefined {
  const step = record.steps[place]
  const session = step && record.sessions[step.session]
  if (step === undefined || session === undefined) return undefined
  const seen = seenOf(record, session, recollection)
  return {
    type: 'step',
    ...{ at: step.at, how: step.how },
    firstId: firstTold(record),
    ...{ hasMoved: seen.hasMoved, isFoundHere: seen.isFoundHere },
    isFromStart: record.isFromStart || step.session > 0,
    session: factsOf(session, step, seen),
  }
}

function firstTold({ id, sessions, steps: [first] }: CallRecord): string {
  return sessions[first?.session ?? 0]?.id ?? id
}

function seenOf(
  { sessions }: CallRecord,
  { id }: RecordedSession,
  { seenHere = () => undefined, isAway = false }: Recollection,
): SeenHere {
  const seen = seenHere(id)
  if (seen !== undefined) return seen
  const { isFoundHere = isAway } = firstDefined(sessions, (other) => seenHere(other.id)) ?? {}
  return { callerName: '', calleeName: '', hasMoved: false, isFoundHere }
}

function factsOf(
  { id, masterId, dialed, direction, startedAt }: RecordedSession,
  { state, caller = '', callee = '' }: RecordedStep,
  { callerName, calleeName }: SeenHere,
): SessionFacts {
  return {
    ...{ id, masterId, dialed, direction, startedAt, state },
    ...{ caller, callee, callerName, calleeName },
  }
}

function firstDefined<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
