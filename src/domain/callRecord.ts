import type { Direction } from './sessionEvent.ts'
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
 * more sessions, then fewer steps that nobody saw happen, then, while neither has an end, the newer news. Of equals
 * neither is fuller. DESIGN 4.4.
 */
export function isFuller(one: CallRecord, other: CallRecord): boolean {
  if (one.isFromStart !== other.isFromStart) return one.isFromStart
  if (one.isOver !== other.isOver) return one.isOver
  if (one.sessions.length !== other.sessions.length)
    return one.sessions.length > other.sessions.length
  const [unseen, otherUnseen] = [unseenSteps(one), unseenSteps(other)]
  if (unseen !== otherUnseen) return unseen < otherUnseen
  return !one.isOver && lastStepAt(one) > lastStepAt(other)
}

function unseenSteps({ steps }: CallRecord): number {
  return steps.filter(({ how }) => how !== 'seen').length
}

/** When the newest step of a record happened, epoch ms. */
export function lastStepAt({ steps, startedAt }: CallRecord): number {
  return steps.reduce((latest, { at }) => Math.max(latest, at), startedAt)
}
