import { lastStepAt } from '../../../domain/callRecord.ts'
import type { CallRecord, RecordedSession, RecordedStep } from '../../../domain/callRecord.ts'
import { phaseOf } from '../../../domain/sessionState.ts'
import type { SessionState } from '../../../domain/sessionState.ts'
import type { Parties } from './listedParties.ts'
import { sessionFacts } from '../disk/sessionFacts.ts'

/** The record with more steps, in the order of time. */
export function withSteps(record: CallRecord, steps: readonly RecordedStep[]): CallRecord {
  const all = [...record.steps, ...steps].sort((one, other) => one.at - other.at)
  return settled({ ...record, steps: all })
}

/**
 * Two records made from lists as one, its sessions in the order of their begin.
 * @param order ids of sessions: who was first where begins are equal
 */
export function joinedRecord(
  one: CallRecord,
  other: CallRecord,
  order: readonly string[] = [],
): CallRecord {
  const begun = [...begins(one), ...begins(other)].sort(
    (a, b) => a.begunAt - b.begunAt || order.indexOf(a.session.id) - order.indexOf(b.session.id),
  )
  const ids = new Set(begun.map(({ session }) => session.id))
  const [first] = begun
  const id = first?.session.id ?? one.id
  const places = new Map(begun.map(({ session }, place) => [session, place]))
  const moved = ({ sessions, steps }: CallRecord): readonly RecordedStep[] =>
    steps.flatMap((step) => {
      const session = sessions[step.session]
      const place = session && places.get(session)
      return place === undefined ? [] : [{ ...step, session: place }]
    })
  const record = {
    ...one,
    id,
    startedAt: first?.begunAt ?? one.startedAt,
    sessions: begun.map(({ session }) => ({
      ...session,
      masterId: ids.has(session.masterId) ? id : session.masterId,
    })),
    steps: [],
    outside: [...new Set([...one.outside, ...other.outside])],
  }
  const steps = [...moved(one), ...moved(other)].sort((a, b) => a.session - b.session)
  return withSteps(record, steps)
}

/** The record as one that continues `masterId`, where nobody was told what it continues. */
export function withMaster(record: CallRecord, masterId: string): CallRecord {
  const [first, ...rest] = record.sessions
  if (first === undefined || first.masterId !== '') return record
  return { ...record, sessions: [{ ...first, masterId }, ...rest] }
}

function begins(record: CallRecord): readonly { session: RecordedSession; begunAt: number }[] {
  const facts = sessionFacts(record)
  return record.sessions.map((session, place) => ({
    session,
    begunAt: facts[place]?.begunAt ?? record.startedAt,
  }))
}

/** How a session ended, as it was looked up afterwards. */
export interface FoundEnd {
  readonly state: SessionState
  /** Whether its people talked before. */
  readonly isAnswered: boolean
  /** Who they were, where the record does not know; as they may be stored. */
  readonly parties: Parties
  /** Those of the parties that are none of ours. */
  readonly outside: readonly string[]
  /** Epoch ms; not before somebody lost it, nor before the newest step. */
  readonly at?: number | undefined
}

/** The record with the end of a session of which nobody knew how it ended; its moment stays unknown. */
export function withFoundEnd(record: CallRecord, place: number, end: FoundEnd): CallRecord {
  const lost = record.steps.find(({ session, how }) => session === place && how === 'lost')
  const known = record.steps.filter((step) => step !== lost)
  const at = Math.max(end.at ?? 0, lost?.at ?? lastStepAt(record))
  // Where it is put beside what happened at that moment, it comes last.
  const turn = Math.max(...known.map((step) => (step.at === at ? (step.turn ?? 0) : 0)), 0)
  const found = { session: place, at, how: 'found', ...(turn > 0 && { turn }) } as const
  const talked = known.some(
    ({ session, state }) => session === place && state !== undefined && phaseOf(state) === 'talk',
  )
  const missing = missingParties(record, place, end.parties)
  const steps: RecordedStep[] = [
    ...(end.isAnswered && !talked ? [{ ...found, state: 'InCall' } as const] : []),
    { ...found, state: end.state, ...missing },
  ]
  const isTold = (id: string): boolean => id === missing.caller || id === missing.callee
  const outside = [...new Set([...record.outside, ...end.outside.filter(isTold)])]
  return withSteps({ ...record, steps: known, outside }, steps)
}

function missingParties(record: CallRecord, place: number, parties: Parties): Partial<Parties> {
  const facts = sessionFacts(record)[place]
  const lacks = (side: keyof Parties): boolean => facts?.[side] === '' && parties[side] !== ''
  return {
    ...(lacks('caller') ? { caller: parties.caller } : undefined),
    ...(lacks('callee') ? { callee: parties.callee } : undefined),
  }
}

/** The record without the loss of a session that turned up again. */
export function withoutLoss(record: CallRecord, place: number): CallRecord {
  const steps = record.steps.filter(({ session, how }) => session !== place || how !== 'lost')
  return settled({ ...record, steps })
}

function settled(record: CallRecord): CallRecord {
  return { ...record, isOver: sessionFacts(record).every(({ end }) => end === 'told') }
}
