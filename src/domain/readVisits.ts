import { outsideParty } from './call.ts'
import type { Call } from './call.ts'
import { handOverMs } from './linking.ts'
import type { Role, Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Leg, Session } from './session.ts'
import type { TeamSettings } from './settings.ts'
import type { SessionState } from './sessionState.ts'
import { queueScope, teamScope } from './visit.ts'
import type { Outcome, Visit } from './visit.ts'

/** What decides how visits are read out of a call. */
export interface VisitRules {
  readonly roles: Roles
  /** Teams that have no queues: their visits begin at the first ring of one of their agents. */
  readonly teamsWithoutQueues: readonly TeamSettings[]
  readonly shortAbandonMs: number
}

interface Stop {
  readonly session: Session
  readonly leg: Leg
  readonly role: Role
}

/** A visit in the making: where the call stopped, in order, and when it was moved on unanswered. */
interface Stay {
  readonly scope: string
  readonly arrivedAt: number
  readonly isArrivalKnown: boolean
  readonly stops: Stop[]
  answer: Stop | undefined
  movedAt: number | undefined
}

const endedByCaller: readonly SessionState[] = ['CallerHungUp', 'Cancelled', 'Ended']
const provisional: readonly SessionState[] = ['Ended', 'TransferCompleted', 'Redirected']

/**
 * The visits of a call as its sessions show them at `now`, epoch ms. A pure reading of the whole call: whatever
 * arrives later, in whatever order, the next reading puts it right.
 */
export function readVisits(call: Call, rules: VisitRules, now: number): readonly Visit[] {
  const stops = stopsOf(call, rules.roles)
  const stays = [...queueStays(call, stops, rules.roles)]
  for (const team of rules.teamsWithoutQueues) {
    const stay = teamStay(stops, team, rules.roles)
    if (stay !== undefined) stays.push(stay)
  }
  const visits = stays.map((stay) => settle(call.id, stay, rules, now))
  return visits.length > 0 ? visits : talkingSinceBefore(call, rules.roles)
}

function stopsOf(call: Call, roles: Roles): Stop[] {
  const stops = call.sessions.flatMap((session) =>
    session.legs.map((leg) => ({ session, leg, role: roles.of(leg.callee) })),
  )
  return stops.sort((one, other) => one.leg.since - other.leg.since)
}

function queueStays(call: Call, stops: readonly Stop[], roles: Roles): readonly Stay[] {
  const customer = outsideParty(call.sessions[0], roles)
  const stays: Stay[] = []
  for (const stop of stops) {
    const latest = stays[stays.length - 1]
    const open = latest !== undefined && isOpen(latest) ? latest : undefined
    if (stop.role !== 'queue') {
      if (open !== undefined) extend(open, stop, customer)
    } else if (open?.scope === queueScope(stop.leg.callee)) {
      open.stops.push(stop)
    } else {
      if (open !== undefined) open.movedAt = stop.leg.since
      stays.push(newStay(queueScope(stop.leg.callee), stop, stop.leg.since))
    }
  }
  return stays
}

function isOpen(stay: Stay): boolean {
  return stay.answer === undefined && stay.movedAt === undefined
}

function newStay(scope: string, stop: Stop, arrivedAt: number): Stay {
  const isArrivalKnown = stop.session.isStartKnown || stop.leg !== stop.session.legs[0]
  return { scope, arrivedAt, isArrivalKnown, stops: [stop], answer: undefined, movedAt: undefined }
}

/** What a stop after the arrival does to a stay that has no outcome yet. */
function extend(stay: Stay, stop: Stop, customer: string | undefined): void {
  if (stop.role === 'service') {
    stay.movedAt = stop.leg.since
    return
  }
  if (stop.leg.callee === customer) return
  stay.stops.push(stop)
  if (stop.leg.answeredAt !== undefined) stay.answer = stop
}

function teamStay(stops: readonly Stop[], team: TeamSettings, roles: Roles): Stay | undefined {
  const extensions = new Set(team.agents.flatMap((agent) => agent.extensions))
  let stay: Stay | undefined
  for (const stop of stops) {
    if (stop.role !== 'person') {
      if (stay !== undefined && stop.role !== 'outside') stay.movedAt ??= stop.leg.since
      continue
    }
    if (stay === undefined) {
      const { caller, callee, rangAt } = stop.leg
      if (!extensions.has(callee) || roles.of(caller) !== 'outside') continue
      if (rangAt === undefined) continue
      stay = newStay(teamScope(team.id), stop, rangAt)
    } else {
      if (stay.movedAt !== undefined) break
      stay.stops.push(stop)
    }
    if (isAnsweredBefore(stop, stay.answer)) stay.answer = stop
  }
  return stay
}

function isAnsweredBefore(stop: Stop, other: Stop | undefined): boolean {
  const { answeredAt } = stop.leg
  return answeredAt !== undefined && answeredAt < (other?.leg.answeredAt ?? Infinity)
}

function settle(callId: string, stay: Stay, rules: VisitRules, now: number): Visit {
  const base = { callId, scope: stay.scope, arrivedAt: stay.arrivedAt }
  const over = (outcome: Outcome, at: number): Visit => ({
    ...base,
    outcome,
    waitMs: stay.isArrivalKnown ? Math.max(0, at - stay.arrivedAt) : undefined,
    isInGauge: false,
    settlesAt: undefined,
  })
  if (stay.answer?.leg.answeredAt !== undefined) {
    const answered = over('answered', stay.answer.leg.answeredAt)
    const isSeen = !(
      stay.answer.session.isFromSnapshot && stay.answer.leg === stay.answer.session.legs[0]
    )
    return isSeen ? answered : { ...answered, waitMs: undefined }
  }
  if (stay.movedAt !== undefined) return over('flowedOut', stay.movedAt)

  const end = endOf(stay, rules.roles)
  if (end === undefined) {
    return { ...base, outcome: 'waiting', waitMs: undefined, isInGauge: true, settlesAt: undefined }
  }
  if (end.settlesAt > now) {
    const { settlesAt } = end
    return { ...base, outcome: 'waiting', waitMs: undefined, isInGauge: false, settlesAt }
  }
  const isShort = end.outcome === 'abandoned' && end.at - stay.arrivedAt < rules.shortAbandonMs
  return over(isShort ? 'shortAbandoned' : end.outcome, end.at)
}

interface End {
  readonly outcome: 'abandoned' | 'flowedOut' | 'lost'
  readonly at: number
  /** When the end can be believed, epoch ms. */
  readonly settlesAt: number
}

/** How a stay without an answer ended, `undefined` while it lasts. */
function endOf(stay: Stay, roles: Roles): End | undefined {
  const sessions = [...new Set(stay.stops.map(({ session }) => session))]
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
    at,
    settlesAt: isProvisional ? at + handOverMs : at,
  }
}

/** The session that ended last, one that the caller ended before others of the same moment; `undefined` if one lives. */
function lastToEnd(sessions: readonly Session[]): Session | undefined {
  let last: Session | undefined
  for (const session of sessions) {
    if (session.endedAt === undefined) return undefined
    const isLater = last?.endedAt === undefined || session.endedAt > last.endedAt
    const isTie = session.endedAt === last?.endedAt && endedByCaller.includes(session.state)
    if (isLater || isTie) last = session
  }
  return last
}

/** A session first seen talking with a foreign master id, dialled to a queue: answered, the wait unknown. */
function talkingSinceBefore(call: Call, roles: Roles): readonly Visit[] {
  const [first] = call.sessions
  const isForeign = first.masterId !== '' && first.masterId !== first.id
  const hasTalked = first.legs[0].answeredAt !== undefined
  if (!first.isFromSnapshot || !isForeign || !hasTalked) return []
  if (roles.of(first.dialed) !== 'queue') return []
  return [
    {
      callId: call.id,
      scope: queueScope(first.dialed),
      arrivedAt: first.openedAt,
      outcome: 'answered',
      waitMs: undefined,
      isInGauge: false,
      settlesAt: undefined,
    },
  ]
}
