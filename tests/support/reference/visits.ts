import type { CentreSettings } from '../../../src/domain/settings.ts'
import type { SessionState } from '../../../src/domain/sessionState.ts'
import type { People } from './people.ts'
import { answeredAt } from './sessions.ts'
import type { Leg } from './sessions.ts'
import type { Stay } from './stays.ts'

export type Outcome = 'waiting' | 'answered' | 'abandoned' | 'shortAbandoned' | 'flowedOut' | 'lost'

/** One stay of a Call with a queue, or with people who have none. Times are epoch ms. */
export interface Visit {
  readonly arrivedAt: number
  readonly outcome: Outcome
  /** When it was answered or ended; `undefined` when that was not seen. */
  readonly outcomeAt: number | undefined
  /** `undefined` while it waits, when it was lost, or when it was not seen. */
  readonly waitMs: number | undefined
  /** When it left the waiting gauge; `undefined` while it is in there. */
  readonly leftAt: number | undefined
  /** Where the caller waited, and the phones that rang for him. */
  readonly waits: readonly Leg[]
  /** Where persons served the caller, from the answer on. */
  readonly service: readonly Leg[]
}

/** How long the end of a visit may be followed up, ms. */
const followUpMs = 3_000
const byCaller: readonly SessionState[] = ['CallerHungUp', 'Cancelled', 'Ended']
const mayBeFollowed: readonly SessionState[] = ['Ended', 'TransferCompleted', 'Redirected']

/** The visit that `stay` was at `now`, epoch ms; DESIGN 2.4. */
export function settle(stay: Stay, settings: CentreSettings, people: People, now: number): Visit {
  const { arrivedAt, service } = stay
  const result = resultOf(stay, settings, people, now)
  return { arrivedAt, waits: [...stay.wait, ...stay.ringing], service, ...result }
}

type Result = Pick<Visit, 'outcome' | 'outcomeAt' | 'waitMs' | 'leftAt'>

const unknown = { outcomeAt: undefined, waitMs: undefined }

function resultOf(stay: Stay, settings: CentreSettings, people: People, now: number): Result {
  const { arrivedAt, answer, moved } = stay
  if (answer !== undefined) return answeredBy(answer, stay)
  const end = endOf(stay, people)
  if (moved !== undefined) return movedTo(moved, arrivedAt, end)
  if (end?.to === undefined) return { outcome: 'waiting', ...unknown, leftAt: undefined }
  const { at } = end.to
  if (end.session.isLost) return { outcome: 'lost', ...unknown, leftAt: at }
  if (mayGoOn(end, people) && now < at + followUpMs) {
    return { outcome: 'waiting', ...unknown, leftAt: at }
  }
  const waitMs = at - arrivedAt
  const abandoned = waitMs < settings.serviceLevel.shortAbandonMs ? 'shortAbandoned' : 'abandoned'
  const outcome = byCaller.includes(end.session.state) ? abandoned : 'flowedOut'
  return { outcome, outcomeAt: at, waitMs, leftAt: at }
}

function movedTo(moved: Leg, arrivedAt: number, end: Leg | undefined): Result {
  const { at } = moved.from
  const leftAt = Math.min(at, end?.to?.at ?? Infinity)
  return { outcome: 'flowedOut', outcomeAt: at, waitMs: at - arrivedAt, leftAt }
}

function answeredBy(answer: Leg, { arrivedAt, isArrivalSeen }: Stay): Result {
  const at = answeredAt(answer)!
  const isSeen = !isFound(answer)
  const waitMs = isArrivalSeen && isSeen ? at - arrivedAt : undefined
  return { outcome: 'answered', outcomeAt: isSeen ? at : undefined, waitMs, leftAt: at }
}

/** Whether what follows such an end may belong to the same visit. */
function mayGoOn({ session, callee }: Leg, people: People): boolean {
  const isThrownOut = session.state === 'CalleeHungUp' && people.isQueue(callee)
  return isThrownOut || mayBeFollowed.includes(session.state)
}

const isFound = (leg: Leg): boolean => leg.session.isFound && leg === leg.session.legs[0]

/**
 * The leg whose end ended the stay: the one with the queue if the caller hung up there, else the last to end, of those
 * of one moment the last that the caller ended. Without an end while one is alive.
 */
function endOf({ wait, ringing }: Stay, people: People): Leg | undefined {
  const hungUp = wait.find(
    ({ session, callee, to }) =>
      people.isQueue(callee) &&
      to !== undefined &&
      to === session.end &&
      (session.state === 'CallerHungUp' || session.state === 'Cancelled'),
  )
  if (hungUp !== undefined) return hungUp
  const legs = [...wait, ...ringing]
  const alive = legs.find(({ to }) => to === undefined)
  if (alive !== undefined) return alive
  const last = Math.max(...legs.map(({ to }) => to!.at))
  const latest = legs.filter(({ to }) => to!.at === last)
  const ended = latest.filter(({ session }) => byCaller.includes(session.state))
  return ended[ended.length - 1] ?? latest[latest.length - 1]
}
