import type { Direction } from './sessionEvent.ts'
import { isFinal } from './sessionState.ts'
import type { SessionState } from './sessionState.ts'

/**
 * How a step became known. `seen`: told when it happened, or measured by the PBX to the second; `found`: it was so when
 * somebody looked, the moment itself is not known; `lost`: the session was gone when somebody looked.
 */
export type StepSource = 'seen' | 'found' | 'lost'

/** One change of one session. What is left out is as it was at the session's step before. */
export interface RecordedStep {
  /** Place of the session in `sessions`. */
  readonly session: number
  /** Epoch ms of site time. */
  readonly at: number
  /** Place among what was told at the same moment, of other calls too; the first has none. */
  readonly turn?: number | undefined
  readonly how: StepSource
  readonly state?: SessionState | undefined
  readonly caller?: string | undefined
  readonly callee?: string | undefined
}

export interface RecordedSession {
  readonly id: string
  /** Empty when the PBX told none. */
  readonly masterId: string
  readonly dialed: string
  readonly direction?: Direction | undefined
  /** When the PBX says that it began, epoch ms; only of a session whose begin nobody saw. */
  readonly startedAt?: number | undefined
}

/**
 * A Call as somebody saw it, in a form that can be stored and told to another centre again: its sessions, and their
 * steps in the order in which they were told. Holds no names of people.
 */
export interface CallRecord {
  /** Id of the first session. */
  readonly id: string
  /** Begin of the first session, epoch ms of site time. */
  readonly startedAt: number
  /** Whether the first session was seen from its start. */
  readonly isFromStart: boolean
  /** Whether the end of every session was told, by whomever. */
  readonly isOver: boolean
  readonly sessions: readonly RecordedSession[]
  readonly steps: readonly RecordedStep[]
  /** The party ids in it that are nobody of ours: what a mask is for. */
  readonly outside: readonly string[]
}

/** No call is believed to last longer, ms. */
export const longestCallMs = 7 * 86_400_000

/** Two sessions of one id are the same if they begin within this time, ms; DESIGN 4.4. */
export const sameIdWithinMs = 12 * 3_600_000

/** Whether two begins of sessions with one id, epoch ms, are of one session; ids come again after days. */
export function isSameBegin(one: number, other: number): boolean {
  return Math.abs(one - other) <= sameIdWithinMs
}

/**
 * Whether a report of a Call says more than another one of the same Call: seen from the start, then with an end, then
 * more sessions, then with the ends of more of them, then, while neither has an end and they tell of another state, the
 * newer news, then fewer steps that somebody only found, then more steps, then what was found earlier. Of equals neither
 * is fuller. DESIGN 4.4.
 */
export function isFuller(one: CallRecord, other: CallRecord): boolean {
  if (one.isFromStart !== other.isFromStart) return one.isFromStart
  if (one.isOver !== other.isOver) return one.isOver
  if (one.sessions.length !== other.sessions.length)
    return one.sessions.length > other.sessions.length
  const [contents, otherContents] = [contentsOf(one), contentsOf(other)]
  if (contents.ends !== otherContents.ends) return contents.ends > otherContents.ends
  const newerMs = lastStepAt(one) - lastStepAt(other)
  const tellsOther = !one.isOver && contents.states !== otherContents.states
  if (tellsOther && newerMs !== 0) return newerMs > 0
  if (contents.finds !== otherContents.finds) return contents.finds < otherContents.finds
  if (one.steps.length !== other.steps.length) return one.steps.length > other.steps.length
  return otherContents.findsAt - contents.findsAt >= togetherMs
}

/**
 * Whether a record of a Call is to be kept in the place of another one: the fuller, but an end that was only looked up
 * afterwards gives way to whoever saw as many sessions, and lost none.
 */
export function saysMore(one: CallRecord, other: CallRecord): boolean {
  return isFuller(asWitnessed(one, other), asWitnessed(other, one))
}

function asWitnessed(record: CallRecord, beside: CallRecord): CallRecord {
  const givesWay =
    beside.sessions.length >= record.sessions.length &&
    !beside.steps.some(({ how }) => how === 'lost')
  return givesWay && record.steps.some(isFoundEnd) ? { ...record, isOver: false } : record
}

/** Whether the step is an end that was only looked up afterwards. */
export function isFoundEnd({ how, state }: RecordedStep): boolean {
  return how === 'found' && state !== undefined && isFinal(state)
}

/** Walls that look within this time find the same, ms. */
const togetherMs = 1_000

interface Contents {
  /** How many sessions somebody saw or found ended. */
  readonly ends: number
  /** What has become of the sessions, in a text that is the same for the same. */
  readonly states: string
  /** How many steps somebody only found, and the sum of their moments, epoch ms. */
  readonly finds: number
  readonly findsAt: number
}

function contentsOf({ sessions, steps }: CallRecord): Contents {
  const states = new Map<string | undefined, string>()
  const ended = new Set<number>()
  let [finds, findsAt] = [0, 0]
  for (const { session, how, state, at } of steps) {
    const isLost = how === 'lost'
    const told = isLost ? `lost ${Math.floor(at / togetherMs)}` : state
    if (told !== undefined) states.set(sessions[session]?.id, told)
    if (!isLost && state !== undefined && isFinal(state)) ended.add(session)
    if (how !== 'found') continue
    finds++
    findsAt += at
  }
  return { ends: ended.size, states: JSON.stringify([...states].sort()), finds, findsAt }
}

/** When the newest step of a record happened, epoch ms. */
export function lastStepAt({ steps, startedAt }: CallRecord): number {
  return steps.reduce((latest, { at }) => Math.max(latest, at), startedAt)
}
