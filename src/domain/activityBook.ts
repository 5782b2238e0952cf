import type { Activity } from './activity.ts'
import { currentLeg, hasSameParties } from './session.ts'
import type { Session } from './session.ts'
import type { Roles } from './roles.ts'
import type { CentreSettings, TeamSettings } from './settings.ts'
import type { WrapUp } from './wrapUp.ts'

interface Entry {
  live: Set<string>
  seenOn: number | undefined
  endedAt: number | undefined
  isEndKnown: boolean
  wrapUp: WrapUp | undefined
  away: { since: number; reason: string } | undefined
  backAt: number | undefined
}

/** What every extension did: which sessions it is in, when the last ended, whether it is away. */
export interface ActivityBook {
  get(extension: string): Activity | undefined
  /** Notes at `at` (epoch ms) that a session changed from `former` (undefined: new). */
  note(former: Session | undefined, session: Session, dayStart: number, at: number): Noted
  /** The wrap-ups that followed a session, as long as it is not forgotten. */
  wrapUpsOf(sessionId: string): readonly WrapUp[]
  forget(sessionId: string): void
  /** Learns which extensions belong to one agent. */
  learnTeam(team: TeamSettings): void
}

/** Whom a change concerns, and the wrap-ups that began with it or were cut short. */
export interface Noted {
  readonly extensions: readonly string[]
  readonly wrapUps: readonly WrapUp[]
}

export function createActivityBook(settings: CentreSettings, roles: Roles): ActivityBook {
  const entries = new Map<string, Entry>()
  const wrapUps = new Map<string, readonly WrapUp[]>()
  const siblings = new Map<string, readonly string[]>()
  const { presence, wrapUpMs } = settings
  const reasons = new Map(Object.entries(presence.away))

  const entryOf = (extension: string): Entry => {
    let entry = entries.get(extension)
    if (entry === undefined) {
      entry = {
        live: new Set(),
        seenOn: undefined,
        endedAt: undefined,
        isEndKnown: true,
        wrapUp: undefined,
        away: undefined,
        backAt: undefined,
      }
      entries.set(extension, entry)
    }
    return entry
  }

  /** All phones of the agent. */
  const phonesOf = (extension: string): readonly string[] => siblings.get(extension) ?? [extension]

  const keep = (wrapUp: WrapUp): WrapUp => {
    const { sessionId, extension } = wrapUp
    entryOf(extension).wrapUp = wrapUp
    const others = (wrapUps.get(sessionId) ?? []).filter((other) => other.extension !== extension)
    wrapUps.set(sessionId, [...others, wrapUp])
    return wrapUp
  }

  const leave = (extension: string, session: Session, dayStart: number): WrapUp | undefined => {
    const entry = entryOf(extension)
    if (!entry.live.delete(session.id)) return undefined
    entry.seenOn = dayStart
    const talks = session.legs.filter(
      ({ answeredAt, caller, callee }) =>
        answeredAt !== undefined && (caller === extension || callee === extension),
    )
    // Who talked and was replaced by another has ended his part of a session that goes on.
    const endedAt = session.endedAt ?? (talks.length > 0 ? currentLeg(session).since : undefined)
    if (endedAt === undefined) return undefined
    entry.endedAt = endedAt
    entry.isEndKnown = !session.isLost
    const hadCustomer = talks.some(
      ({ caller, callee }) => roles.of(caller) === 'outside' || roles.of(callee) === 'outside',
    )
    const isBusy = phonesOf(extension).some((phone) => (entries.get(phone)?.live.size ?? 0) > 0)
    if (!hadCustomer || wrapUpMs === 0 || !session.isEndSeen || isBusy) return undefined
    const until = endedAt + wrapUpMs
    return keep({ sessionId: session.id, extension, since: endedAt, until })
  }

  /** Enters the session and cuts short the wrap-up on any phone of the agent. */
  const enter = (
    extension: string,
    session: Session,
    dayStart: number,
    at: number,
  ): readonly WrapUp[] => {
    const entry = entryOf(extension)
    entry.live.add(session.id)
    entry.seenOn = dayStart
    const cut: WrapUp[] = []
    for (const phone of phonesOf(extension)) {
      const wrapUp = entries.get(phone)?.wrapUp
      if (wrapUp !== undefined && wrapUp.until > at) {
        cut.push(keep({ ...wrapUp, until: Math.max(wrapUp.since, at) }))
      }
    }
    return cut
  }

  const notePresence = (session: Session): void => {
    const { caller, callee } = session.legs[0]
    const number = session.dialed === '' ? callee : session.dialed
    const reason = reasons.get(number) ?? reasons.get(callee)
    const entry = entryOf(caller)
    if (reason !== undefined) entry.away = { since: session.firstSeenAt, reason }
    else if (presence.back.includes(number) || presence.back.includes(callee)) {
      entry.backAt = session.firstSeenAt
    }
  }

  /** The session has begun, is over or is with others than before. */
  const turn = (
    former: Session | undefined,
    after: readonly string[],
    session: Session,
    dayStart: number,
    at: number,
  ): Noted => {
    const before = former === undefined ? nobody : livePeopleOf(former, roles)
    const left = before.filter((extension) => !after.includes(extension))
    const wrapUps: WrapUp[] = []
    for (const extension of left) {
      const begun = leave(extension, session, dayStart)
      if (begun !== undefined) wrapUps.push(begun)
    }
    for (const extension of after) {
      if (!before.includes(extension)) wrapUps.push(...enter(extension, session, dayStart, at))
    }
    if (former === undefined && roles.of(session.legs[0].caller) === 'person') {
      notePresence(session)
    }
    return { extensions: left.length === 0 ? after : [...left, ...after], wrapUps }
  }

  return {
    get: (extension) => entries.get(extension),
    wrapUpsOf: (sessionId) => wrapUps.get(sessionId) ?? none,
    forget(sessionId) {
      wrapUps.delete(sessionId)
    },
    learnTeam({ agents }) {
      for (const { extensions } of agents) {
        if (extensions.length < 2) continue
        for (const extension of extensions) {
          const known = siblings.get(extension) ?? []
          siblings.set(extension, [...new Set([...known, ...extensions])])
        }
      }
    },
    note(former, session, dayStart, at) {
      const after = livePeopleOf(session, roles)
      if (former !== undefined && isAlikeAlive(former, session)) {
        return { extensions: after, wrapUps: none }
      }
      return turn(former, after, session, dayStart, at)
    },
  }
}

const nobody: readonly string[] = []
const none: readonly WrapUp[] = []

/** Whether the session lives on with the same two parties, as it does after most of what is told of it. */
function isAlikeAlive(former: Session, session: Session): boolean {
  const isAlive = former.endedAt === undefined && session.endedAt === undefined
  return isAlive && hasSameParties(former, session)
}

function livePeopleOf(session: Session, roles: Roles): readonly string[] {
  return session.endedAt === undefined ? peopleOf(session, roles) : nobody
}

/** Our people in the session, as it is now. */
export function peopleOf(session: Session, roles: Roles): readonly string[] {
  const { caller, callee } = currentLeg(session)
  const isOurs = roles.of(caller) === 'person'
  if (roles.of(callee) !== 'person') return isOurs ? [caller] : nobody
  return isOurs ? [caller, callee] : [callee]
}
