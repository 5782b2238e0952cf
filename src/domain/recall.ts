import type { CallRecord, StepSource } from './callRecord.ts'
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
  { isFromStart, sessions, steps }: CallRecord,
  place: number,
  { seenHere = () => undefined, isAway = false }: Recollection,
): RecalledStep | undefined {
  const step = steps[place]
  if (step === undefined) return undefined
  const session = sessions[step.session]
  if (session === undefined) return undefined
  const { id, masterId, dialed, direction, startedAt } = session
  const seen = seenHere(id)
  const { callerName = '', calleeName = '', hasMoved = false } = seen ?? {}
  const { isFoundHere = isAway } =
    seen ?? firstDefined(sessions, (other) => seenHere(other.id)) ?? {}
  return {
    type: 'step',
    at: step.at,
    how: step.how,
    firstId: sessions[steps[0]?.session ?? 0]?.id ?? id,
    hasMoved,
    isFoundHere,
    isFromStart: isFromStart || step.session > 0,
    session: {
      ...{ id, masterId, dialed, direction, startedAt, state: step.state },
      ...{ caller: step.caller ?? '', callee: step.callee ?? '' },
      ...{ callerName, calleeName },
    },
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
