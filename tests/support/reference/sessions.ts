import type { ConnectionEvent, Direction, SessionFacts } from '../../../src/domain/sessionEvent.ts'
import type { SessionState } from '../../../src/domain/sessionState.ts'
import { isAnswered, isOver, isSettingUp } from './words.ts'

/** A time (epoch ms) and the place in the list of events, which tells apart what happened in one ms. */
export interface Moment {
  readonly at: number
  readonly order: number
}

export interface Span {
  readonly state: SessionState
  readonly from: number
  to: number | undefined
}

/** A stretch of a session with the same two parties. */
export interface Leg {
  readonly session: Session
  caller: string
  callee: string
  readonly from: Moment
  to: Moment | undefined
  readonly spans: Span[]
}

export interface Session {
  readonly id: string
  masterId: string
  dialed: string
  readonly direction: Direction | undefined
  readonly begin: Moment
  end: Moment | undefined
  /** The last state, final or not. */
  state: SessionState
  isLost: boolean
  /** Found alive by a snapshot. */
  readonly isFound: boolean
  readonly legs: Leg[]
}

/** What the list of events says of one session at one moment; without `facts` it was found missing. */
interface Word extends Moment {
  readonly type: 'opened' | 'changed' | 'closed' | 'found' | 'missing'
  readonly facts: SessionFacts | undefined
}

/** The timeline of every session in the list, in the order of first mention. */
export function readSessions(events: readonly ConnectionEvent[]): readonly Session[] {
  const ids = new Set(events.flatMap((event) => factsIn(event).map(({ id }) => id)))
  return [...ids].flatMap((id) => readSession(wordsOf(id, events)) ?? [])
}

function factsIn(event: ConnectionEvent): readonly SessionFacts[] {
  if (event.type === 'snapshot') return event.sessions
  return 'session' in event ? [event.session] : []
}

function wordsOf(id: string, events: readonly ConnectionEvent[]): readonly Word[] {
  return events.flatMap((event, order): readonly Word[] => {
    const facts = factsIn(event).find((one) => one.id === id)
    if (event.type === 'snapshot') {
      if (facts !== undefined) return [{ type: 'found', at: event.at, order, facts }]
      return [{ type: 'missing', at: missedSince(events, order), order, facts }]
    }
    if (event.type === 'directory' || event.type === 'lost' || facts === undefined) return []
    return [{ type: event.type, at: event.at, order, facts }]
  })
}

/** When the connection was lost that the snapshot at `order` ends; the snapshot's own time when it never was. */
function missedSince(events: readonly ConnectionEvent[], order: number): number {
  const before = events.slice(0, order)
  const former = before.map(({ type }) => type).lastIndexOf('snapshot')
  const lost = before.slice(former + 1).find(({ type }) => type === 'lost')
  return (lost ?? events[order])!.at
}

function readSession(words: readonly Word[]): Session | undefined {
  let session: Session | undefined
  for (const word of words) {
    if (session === undefined) session = begin(word)
    else if (session.end === undefined) goOn(session, word)
  }
  return session
}

function begin({ type, facts, at, order }: Word): Session | undefined {
  if (facts === undefined || type === 'closed') return undefined
  const state = facts.state ?? 'Created'
  if (type !== 'opened' && isOver(state)) return undefined
  const told = facts.startedAt
  const isBelieved = type === 'found' && told !== undefined && told <= at
  const from = isBelieved ? { at: told, order } : { at, order }
  const session: Session = {
    id: facts.id,
    masterId: facts.masterId,
    dialed: facts.dialed,
    direction: facts.direction,
    begin: from,
    end: undefined,
    state,
    isLost: false,
    isFound: type === 'found',
    legs: [],
  }
  addLeg(session, facts.caller, facts.callee, from)
  come(session, state, from)
  return session
}

function goOn(session: Session, { type, facts, at, order }: Word): void {
  if (facts === undefined) {
    session.isLost = true
    come(session, 'Ended', { at, order })
    return
  }
  if (facts.masterId !== '') session.masterId = facts.masterId
  if (facts.dialed !== '') session.dialed = facts.dialed
  meet(session, facts, { at, order })
  const told = facts.state ?? session.state
  come(session, type === 'closed' && !isOver(told) ? 'Ended' : told, { at, order })
}

function meet(session: Session, facts: SessionFacts, moment: Moment): void {
  const leg = lastLeg(session)
  const caller = facts.caller === '' ? leg.caller : facts.caller
  const callee = facts.callee === '' ? leg.callee : facts.callee
  if (caller === leg.caller && callee === leg.callee) return
  if (leg.caller === '' || leg.callee === '') {
    leg.caller = caller
    leg.callee = callee
    return
  }
  endLeg(leg, moment)
  addLeg(session, caller, callee, moment)
}

function addLeg(session: Session, caller: string, callee: string, from: Moment): void {
  session.legs.push({ session, caller, callee, from, to: undefined, spans: [] })
}

function endLeg(leg: Leg, to: Moment): void {
  leg.to = to
  const span = leg.spans[leg.spans.length - 1]
  if (span !== undefined) span.to = to.at
}

function come(session: Session, state: SessionState, moment: Moment): void {
  const leg = lastLeg(session)
  if (isSettingUp(state) && answeredAt(leg) !== undefined) return
  session.state = state
  if (isOver(state)) {
    session.end = moment
    endLeg(leg, moment)
    return
  }
  const span = leg.spans[leg.spans.length - 1]
  if (span?.state === state) return
  if (span !== undefined) span.to = moment.at
  leg.spans.push({ state, from: moment.at, to: undefined })
}

export function lastLeg(session: Session): Leg {
  return session.legs[session.legs.length - 1]!
}

/** When the callee's phone rang, or he talked without that; epoch ms. */
export function rangAt(leg: Leg): number | undefined {
  return leg.spans.find(({ state }) => state === 'Ringing' || isAnswered(state))?.from
}

export function answeredAt(leg: Leg): number | undefined {
  return leg.spans.find(({ state }) => isAnswered(state))?.from
}

/** Ms that the leg spent in the states that `counts` picks, until `now`. */
export function spent(leg: Leg, counts: (state: SessionState) => boolean, now: number): number {
  return leg.spans
    .filter(({ state }) => counts(state))
    .reduce((total, { from, to }) => total + (to ?? now) - from, 0)
}
