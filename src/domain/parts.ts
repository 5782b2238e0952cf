import { outsideParty } from './call.ts'
import type { Call } from './call.ts'
import type { Draft } from './draft.ts'
import { holdMs, talkMs } from './leg.ts'
import type { Leg } from './leg.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import type { WrapUpsOf } from './service.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { SessionState } from './sessionState.ts'

/** What one extension did in one session of a call. Times are epoch ms. */
export interface Part {
  readonly extension: string
  /** When it first talked in the session; `undefined` when it did not. */
  readonly talkedAt: number | undefined
  /** Its talk in the session, ms; 0 while the session lasts. */
  readonly talkMs: number
  /** Talk, hold and wrap-up, ms, once all of it is over; `undefined` before, or when the end was not seen. */
  readonly handleMs: number | undefined
  readonly endedAt: number | undefined
  /** When a ring from outside ended that it should have answered; DESIGN 2.4. */
  readonly missedAt: number | undefined
}

/** An answer this close to the end of another phone's ring was the reason for it, ms. */
const sameMomentMs = 1_000

/** The parts that our extensions have in a call as of `now`, epoch ms. */
export function readParts(
  call: Call,
  roles: Roles,
  wrapUpsOf: WrapUpsOf,
  now: number,
): readonly Part[] {
  const parts: Part[] = []
  for (const session of call.sessions) {
    const talks = talksOf(session, roles)
    for (const extension of talkersOf(talks, roles)) {
      parts.push(talkOf(session, talks, extension, wrapUpsOf, now))
    }
    for (const leg of session.legs) {
      const missedAt = missedAtOf(leg, session, call, roles)
      if (missedAt === undefined) continue
      const part = emptyPart(leg.callee)
      part.missedAt = missedAt
      parts.push(part)
    }
  }
  return parts
}

/** The legs in which two people talked: with a queue or a service nobody does. */
function talksOf({ legs }: Session, roles: Roles): readonly Leg[] {
  const talks: Leg[] = []
  for (const leg of legs) {
    if (leg.answeredAt !== undefined && !isMachine(leg.callee, roles)) talks.push(leg)
  }
  return talks
}

/** Who of us talked, on both sides. */
function talkersOf(talks: readonly Leg[], roles: Roles): readonly string[] {
  const talkers: string[] = []
  for (const { caller, callee } of talks) {
    if (roles.of(callee) === 'person' && !talkers.includes(callee)) talkers.push(callee)
    if (roles.of(caller) === 'person' && !talkers.includes(caller)) talkers.push(caller)
  }
  return talkers
}

function talkOf(
  session: Session,
  talks: readonly Leg[],
  extension: string,
  wrapUpsOf: WrapUpsOf,
  now: number,
): Part {
  const part = emptyPart(extension)
  let last: Leg | undefined
  let talk = 0
  let held = 0
  for (const leg of talks) {
    if (leg.caller !== extension && leg.callee !== extension) continue
    last = leg
    part.talkedAt ??= leg.answeredAt
    talk += talkMs(leg, now)
    held += holdMs(leg, now)
  }
  if (last?.endedAt === undefined) return part
  part.endedAt = last.endedAt
  part.talkMs = talk
  const wrapUp = wrapUpsOf(session.id).find((candidate) => candidate.extension === extension)
  const isOver = session.isEndSeen && (wrapUp === undefined || wrapUp.until <= now)
  const wrapUpMs = wrapUp === undefined ? 0 : wrapUp.until - wrapUp.since
  if (isOver) part.handleMs = talk + held + wrapUpMs
  return part
}

function emptyPart(extension: string): Draft<Part> {
  return {
    extension,
    talkedAt: undefined,
    talkMs: 0,
    handleMs: undefined,
    endedAt: undefined,
    missedAt: undefined,
  }
}

/** How long the extensions have talked in a live session until `now`, epoch ms; ms. */
export function liveTalkMs(
  session: Session,
  extensions: readonly string[],
  roles: Roles,
  now: number,
): number {
  const talks = talksOf(session, roles)
  const talkers = talkersOf(talks, roles)
  if (!extensions.some((extension) => talkers.includes(extension))) return 0
  return talks
    .filter(({ caller, callee }) => extensions.includes(caller) || extensions.includes(callee))
    .reduce((sum, leg) => sum + talkMs(leg, now), 0)
}

const missed: readonly SessionState[] = ['NotAnswered', 'Busy', 'CalleeHungUp']

function missedAtOf(leg: Leg, session: Session, call: Call, roles: Roles): number | undefined {
  const { rangAt, answeredAt, endedAt, callee } = leg
  if (rangAt === undefined || answeredAt !== undefined || endedAt === undefined) return undefined
  if (roles.of(callee) !== 'person' || !isFromOutside(leg, call, roles)) return undefined
  if (isTakenByOther(leg, endedAt, call, roles)) return undefined
  if (leg !== currentLeg(session)) return endedAt
  if (session.isLost || session.state === 'CallerHungUp') return undefined
  return missed.includes(session.state) || wentOn(call, session, endedAt) ? endedAt : undefined
}

function isFromOutside({ caller }: Leg, call: Call, roles: Roles): boolean {
  if (roles.of(caller) === 'outside') return true
  return isMachine(caller, roles) && outsideParty(call.sessions[0], roles) !== undefined
}

/** Whether another phone that rang at the same time was answered: then nobody missed anything. */
function isTakenByOther(leg: Leg, endedAt: number, call: Call, roles: Roles): boolean {
  return call.sessions.some(({ legs }) =>
    legs.some(
      ({ callee, rangAt = Infinity, answeredAt = Infinity }) =>
        callee !== leg.callee &&
        roles.of(callee) === 'person' &&
        (rangAt < endedAt || answeredAt === endedAt) &&
        answeredAt >= leg.since &&
        answeredAt <= endedAt + sameMomentMs,
    ),
  )
}

/** Whether another session of the call outlived this one. */
function wentOn(call: Call, session: Session, endedAt: number): boolean {
  return call.sessions.some(
    (other) => other !== session && (other.endedAt ?? Infinity) > endedAt + sameMomentMs,
  )
}
