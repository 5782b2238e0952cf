import type { Call } from './call.ts'
import { handOverMs } from './linking.ts'
import type { Roles } from './roles.ts'
import type { Draft } from './draft.ts'
import { addService } from './service.ts'
import type { WrapUpsOf } from './service.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import { impliesAnswer } from './sessionState.ts'
import type { SessionState } from './sessionState.ts'
import { everyTeamStay, queueStays, teamStay } from './stays.ts'
import type { Stay, Stop, TeamPhones } from './stays.ts'
import type { Outcome, Visit } from './visit.ts'

/** What decides how visits are read out of a call. */
export interface VisitRules {
  readonly roles: Roles
  /** Teams that have no queues: their visits begin at the first ring of one of their agents. */
  readonly teamsWithoutQueues: readonly TeamPhones[]
  /** Those of them together that count in `/all`. */
  readonly everyTeam: TeamPhones
  readonly shortAbandonMs: number
  readonly wrapUpsOf: WrapUpsOf
}

const endedByCaller: readonly SessionState[] = ['CallerHungUp', 'Cancelled', 'Ended']
const provisional: readonly SessionState[] = ['Ended', 'TransferCompleted', 'Redirected']

/**
 * The visits of a call as its sessions and `stops` show them at `now`, epoch ms. A pure reading of the whole call: whatever
 * arrives later, in whatever order, the next reading puts it right.
 */
export function readVisits(
  call: Call,
  stops: readonly Stop[],
  rules: VisitRules,
  now: number,
): readonly Visit[] {
  const { roles } = rules
  const stays = queueStays(call, stops, roles)
  if (rules.teamsWithoutQueues.length > 0) {
    const together = everyTeamStay(stops, stays[0], rules.everyTeam, roles)
    stays.push(...rules.teamsWithoutQueues.flatMap((team) => teamStay(stops, team, roles) ?? []))
    if (together !== undefined) stays.push(together)
  }
  return stays.map((stay) => settle(call.id, stay, rules, now))
}

function settle(callId: string, stay: Stay, rules: VisitRules, now: number): Visit {
  const visit = waitingVisit(callId, stay)
  if (stay.answer !== undefined) {
    const { answeredAt, isAnswerSeen } = stay.answer.leg
    end(visit, stay, 'answered', isAnswerSeen ? answeredAt : undefined)
    addService(visit, stay, rules.wrapUpsOf, now)
    return visit
  }
  if (stay.movedAt !== undefined) return end(visit, stay, 'flowedOut', stay.movedAt)

  const ending = endOf(stay, rules.roles)
  if (ending === undefined) return visit
  if (ending.settlesAt > now) {
    visit.isInGauge = false
    visit.settlesAt = ending.settlesAt
    return visit
  }
  if (ending.outcome === 'lost') return end(visit, stay, 'lost', undefined)
  end(visit, stay, ending.outcome, ending.at)
  visit.isInDoubt = stay.stops.some((stop) => mayHaveAnswered(stop, rules.roles))
  const isShort = visit.outcome === 'abandoned' && (visit.waitMs ?? Infinity) < rules.shortAbandonMs
  if (isShort) visit.outcome = 'shortAbandoned'
  return visit
}

function waitingVisit(callId: string, { scope, arrivedAt }: Stay): Draft<Visit> {
  return {
    callId,
    scope,
    arrivedAt,
    outcome: 'waiting',
    outcomeAt: undefined,
    waitMs: undefined,
    isInGauge: true,
    isInDoubt: false,
    isInService: false,
    talkMs: undefined,
    handleMs: undefined,
    settlesAt: undefined,
  }
}

/** Ends the waiting at `at`, epoch ms; `undefined` when nobody saw the moment. */
function end(visit: Draft<Visit>, stay: Stay, outcome: Outcome, at: number | undefined): Visit {
  visit.outcome = outcome
  visit.outcomeAt = at
  if (stay.isArrivalKnown && at !== undefined) visit.waitMs = Math.max(0, at - stay.arrivedAt)
  visit.isInGauge = false
  return visit
}

/** A queue's own session is over like that when the caller, or the queue, gives up; but it hands over to somebody. */
function mayHaveAnswered({ session }: Stop, roles: Roles): boolean {
  const { state } = session
  if (!impliesAnswer(state)) return false
  return state === 'TransferCompleted' || roles.of(currentLeg(session).callee) !== 'queue'
}

interface End {
  readonly outcome: 'abandoned' | 'flowedOut' | 'lost'
  /** `undefined` when nobody saw the moment. */
  readonly at: number | undefined
  /** When the end can be believed, epoch ms. */
  readonly settlesAt: number
}

/** How a stay without an answer ended, `undefined` while it lasts. */
function endOf(stay: Stay, roles: Roles): End | undefined {
  const sessions = stay.stops.map(({ session }) => session)
  const hungUp = sessions.find(
    (session) =>
      roles.of(currentLeg(session).callee) === 'queue' &&
      (session.state === 'CallerHungUp' || session.state === 'Cancelled'),
  )
  const last = hungUp ?? lastToEnd(sessions)
  if (last?.endedAt === undefined) return undefined
  const at = last.endedAt
  if (last.isLost) return { outcome: 'lost', at, settlesAt: at }
  const isQueueHangUp =
    last.state === 'CalleeHungUp' && roles.of(currentLeg(last).callee) === 'queue'
  const isProvisional = isQueueHangUp || provisional.includes(last.state)
  return {
    outcome: endedByCaller.includes(last.state) ? 'abandoned' : 'flowedOut',
    at: last.isEndSeen ? at : undefined,
    settlesAt: isProvisional ? at + handOverMs : at,
  }
}

/**
 * The session that ended last, of those of one moment one whose end nobody saw, else one that the caller ended;
 * `undefined` if one lives.
 */
function lastToEnd(sessions: readonly Session[]): Session | undefined {
  let last: Session | undefined
  for (const session of sessions) {
    if (session.endedAt === undefined) return undefined
    const isLater = last?.endedAt === undefined || session.endedAt > last.endedAt
    const isTie = session.endedAt === last?.endedAt && !last.isLost
    if (isLater || (isTie && (session.isLost || endedByCaller.includes(session.state))))
      last = session
  }
  return last
}
