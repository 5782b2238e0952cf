import { outsideParty, sameBeginMs } from './call.ts'
import type { Call } from './call.ts'
import type { Leg } from './leg.ts'
import type { Role, Roles } from './roles.ts'
import type { Session } from './session.ts'

/** A leg of a session of the call, and what its callee is to us. */
export interface Stop {
  readonly session: Session
  readonly leg: Leg
  readonly role: Role
}

/** The phones of a team without queues, or of all of them, and where its visits count. */
export interface TeamPhones {
  readonly scope: string
  readonly extensions: ReadonlySet<string>
}

/** A visit in the making: where the call stopped, who served it, and when it was moved on unanswered. Epoch ms. */
export interface Stay {
  readonly scope: string
  readonly arrivedAt: number
  readonly isArrivalKnown: boolean
  /** In order, up to the answer. */
  readonly stops: Stop[]
  answer: Stop | undefined
  /** Persons from the answer on, those who were only rung too, until the call reaches its next queue. */
  readonly service: Stop[]
  movedAt: number | undefined
}

/** Where the call stopped, in the order of time; of what began at about the same time a session's master comes first. */
export function stopsOf(call: Call, roles: Roles): readonly Stop[] {
  const stops: Stop[] = []
  let isInOrder = true
  for (const session of call.sessions) {
    for (const leg of session.legs) {
      isInOrder &&= (stops[stops.length - 1]?.leg.since ?? -Infinity) <= leg.since
      stops.push({ session, leg, role: roles.of(leg.callee) })
    }
  }
  return isInOrder ? stops : stops.sort(byBegin(call))
}

function byBegin({ sessions }: Call): (one: Stop, other: Stop) => number {
  const begins = new Map(sessions.map(({ id, openedAt }) => [id, openedAt]))
  const since = ({ session, leg }: Stop): number => {
    const masterSince = begins.get(session.masterId) ?? leg.since
    return masterSince - leg.since < sameBeginMs ? Math.max(leg.since, masterSince) : leg.since
  }
  return (one, other) => since(one) - since(other)
}

/** The stays of the call with queues. */
export function queueStays(call: Call, stops: readonly Stop[], roles: Roles): Stay[] {
  const customer = outsideParty(call.sessions[0], roles)
  const stays: Stay[] = wasServedBefore(call, roles) ? [stayBefore(call.sessions[0], roles)] : []
  for (const stop of stops) {
    const latest = stays[stays.length - 1]
    const open = latest !== undefined && isOpen(latest) ? latest : undefined
    if (stop.role !== 'queue') {
      if (stop.leg.callee !== customer) extend(latest, stop)
      continue
    }
    const scope = roles.scopeOf(stop.leg.callee)
    if (open?.scope === scope) {
      open.stops.push(stop)
    } else {
      if (open !== undefined) open.movedAt = stop.leg.since
      stays.push(newStay(scope, stop, stop.leg.since))
    }
  }
  return stays
}

/** The stay with the queue that the call had left for a person before we looked. */
function stayBefore(first: Session, roles: Roles): Stay {
  return emptyStay(roles.scopeOf(first.dialed), first.openedAt, false, [])
}

function isOpen(stay: Stay): boolean {
  return stay.answer === undefined && stay.movedAt === undefined
}

function newStay(scope: string, stop: Stop, arrivedAt: number): Stay {
  const isArrivalKnown = stop.session.isStartKnown || stop.leg !== stop.session.legs[0]
  return emptyStay(scope, arrivedAt, isArrivalKnown, [stop])
}

function emptyStay(scope: string, arrivedAt: number, isArrivalKnown: boolean, stops: Stop[]): Stay {
  return {
    scope,
    arrivedAt,
    isArrivalKnown,
    stops,
    answer: undefined,
    service: [],
    movedAt: undefined,
  }
}

/** What a stop that is no queue does to the stay before it. */
function extend(stay: Stay | undefined, stop: Stop): void {
  if (stay === undefined || stay.movedAt !== undefined) return
  const isAnswered = stay.answer !== undefined
  if (stop.role === 'service') {
    if (!isAnswered) stay.movedAt = stop.leg.since
    return
  }
  if (!isAnswered) stay.stops.push(stop)
  if (stop.leg.answeredAt !== undefined) stay.answer ??= stop
  if (stay.answer !== undefined) stay.service.push(stop)
}

/** The stay of the call with the team of these extensions, which has no queues. */
export function teamStay(
  stops: readonly Stop[],
  { scope, extensions }: TeamPhones,
  roles: Roles,
): Stay | undefined {
  const isOurs = (stop: Stop): boolean =>
    stop.leg.rangAt !== undefined && isForTeam(stop, extensions, roles)
  const first = stops.findIndex(isOurs)
  const stop = stops[first]
  if (stop?.leg.rangAt === undefined) return undefined
  const stay = newStay(scope, stop, stop.leg.rangAt)
  serve(stay, stop)
  for (const other of stops.slice(0, first)) {
    if (!ringsAlong(other, stay.arrivedAt)) continue
    stay.stops.push(other)
    serve(stay, other)
  }
  for (const next of stops.slice(first + 1)) {
    if (stay.movedAt !== undefined) break
    const isMoved = next.role === 'queue' || (next.role === 'service' && stay.answer === undefined)
    if (isMoved) stay.movedAt = next.leg.since
    if (next.role === 'person') {
      stay.stops.push(next)
      serve(stay, next)
    }
  }
  return stay
}

/** The one stay of the call with all those teams together; none if its first stay with a queue was before. */
export function everyTeamStay(
  stops: readonly Stop[],
  firstQueue: Stay | undefined,
  everyTeam: TeamPhones,
  roles: Roles,
): Stay | undefined {
  const stay = teamStay(stops, everyTeam, roles)
  return (firstQueue?.arrivedAt ?? Infinity) > (stay?.arrivedAt ?? Infinity) ? stay : undefined
}

/** Whether somebody's phone, told of before, was ringing for the same call when the stay began. */
function ringsAlong({ role, leg }: Stop, arrivedAt: number): boolean {
  const { endedAt = Infinity, answeredAt = Infinity } = leg
  return role === 'person' && endedAt > arrivedAt && answeredAt >= arrivedAt
}

/** Of phones that ring together the first to answer is the answer, whichever was told of first. */
function serve(stay: Stay, stop: Stop): void {
  stay.service.push(stop)
  const { answeredAt = Infinity } = stop.leg
  if (answeredAt < (stay.answer?.leg.answeredAt ?? Infinity)) stay.answer = stop
}

function isForTeam({ leg, role }: Stop, extensions: ReadonlySet<string>, roles: Roles): boolean {
  return role === 'person' && extensions.has(leg.callee) && roles.of(leg.caller) === 'outside'
}

/** Whether the call was first seen talking with a foreign master id, dialled to a queue. */
export function wasServedBefore(call: Call, roles: Roles): boolean {
  const [first] = call.sessions
  const isForeign = first.masterId !== '' && first.masterId !== first.id
  const hasTalked = first.legs[0].answeredAt !== undefined
  return first.isFromSnapshot && isForeign && hasTalked && roles.of(first.dialed) === 'queue'
}
