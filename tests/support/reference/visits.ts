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
  const { arrivedAt, answer, moved } = stay
  const visit = { arrivedAt, waits: [...stay.wait, ...stay.ringing], service: stay.service }
  if (answer !== undefined) {
    const at = answeredAt(answer)!
    const outcomeAt = isFound(answer) ? undefined : at
    const waitMs = stay.isArrivalSeen && !isFound(answer) ? at - arrivedAt : undefined
    return { ...visit, outcome: 'answered', outcomeAt, waitMs, leftAt: at }
  }
  const end = endOf(stay, people)
  if (moved !== undefined) {
    const at = moved.from.at
    const leftAt = Math.min(at, end?.to?.at ?? Infinity)
    return { ...visit, outcome: 'flowedOut', outcomeAt: at, waitMs: at - arrivedAt, leftAt }
  }
  if (end?.to === undefined) {
    return {
      ...visit,
      outcome: 'waiting',
      outcomeAt: undefined,
      waitMs: undefined,
      leftAt: undefined,
    }
  }
  const { at } = end.to
  const { state, isLost } = end.session
  if (isLost) {
    return { ...visit, outcome: 'lost', outcomeAt: undefined, waitMs: undefined, leftAt: at }
  }
  const isThrownOut = state === 'CalleeHungUp' && people.isQueue(end.callee)
  if ((isThrownOut || mayBeFollowed.includes(state)) && now < at + followUpMs) {
    return { ...visit, outcome: 'waiting', outcomeAt: undefined, waitMs: undefined, leftAt: at }
  }
  const waitMs = at - arrivedAt
  const isShort = waitMs < settings.serviceLevel.shortAbandonMs
  const abandoned = isShort ? 'shortAbandoned' : 'abandoned'
  const outcome = byCaller.includes(state) ? abandoned : 'flowedOut'
  return { ...visit, outcome, outcomeAt: at, waitMs, leftAt: at }
}

const isFound = (leg: Leg): boolean => leg.session.isFound && leg === leg.session.legs[0]

/**
 * The leg whose end ended the stay: the one with the queue if the caller hung up there, else the last to end, of two
 * of one moment the one that the caller ended. Without an end while one is alive.
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
  return latest.find(({ session }) => byCaller.includes(session.state)) ?? latest[latest.length - 1]
}
