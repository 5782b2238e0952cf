import type { Direction } from '../../../src/domain/sessionEvent.ts'
import type { People } from './people.ts'
import type { Leg, Moment, Session } from './sessions.ts'

/** The sessions that one customer experiences, in the order in which they began. */
export interface Call {
  readonly sessions: Session[]
}

/** How far a hand-over and what follows it may lie apart, ms. */
const handOverMs = 3_000

/**
 * Which sessions are one Call, by DESIGN 2.3 as far as numbers are used by one customer at a time: by master id, by
 * outside party where there is none, and by outside party where a consultation lent its master id.
 */
export function groupCalls(sessions: readonly Session[], people: People): readonly Call[] {
  const calls: Call[] = []
  for (const session of sessions) {
    const call = callFor(session, calls, people)
    if (call === undefined) calls.push({ sessions: [session] })
    else call.sessions.push(session)
  }
  return calls
}

function callFor(session: Session, calls: readonly Call[], people: People): Call | undefined {
  const party = outsideParty(session, people)
  const master = calls.find((call) =>
    call.sessions.some(
      ({ id, masterId }) =>
        session.masterId !== '' && (id === session.masterId || masterId === session.masterId),
    ),
  )
  if (party === undefined) return master
  const hasParty = (call: Call): boolean =>
    call.sessions.some((other) => outsideParty(other, people) === party)
  if (master !== undefined && hasParty(master)) return master
  const own = calls.filter((call) => hasParty(call) && isAround(call, session.begin))
  return own[own.length - 1] ?? master
}

function isAround(call: Call, moment: Moment): boolean {
  return call.sessions.some(({ end }) => end === undefined || end.at + handOverMs >= moment.at)
}

/** The number outside that the session began with, the caller's before the callee's. */
export function outsideParty(session: Session, people: People): string | undefined {
  const leg = session.legs[0]!
  return [leg.caller, leg.callee].find((party) => people.isOutside(party))
}

export function directionOf(call: Call, people: People): Direction {
  const first = call.sessions[0]!
  if (first.direction !== undefined) return first.direction
  const [caller, callee] = [first.legs[0]!.caller, first.legs[0]!.callee]
  if (people.isOutside(caller)) return people.isOutside(callee) ? 'external' : 'inbound'
  return people.isOutside(callee) ? 'outbound' : 'internal'
}

/** Where the call was, in order. */
export function legsOf(call: Call): readonly Leg[] {
  return call.sessions
    .flatMap(({ legs }) => legs)
    .sort((one, other) => one.from.order - other.from.order)
}
