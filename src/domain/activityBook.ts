import type { Activity } from './agent.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { Roles } from './roles.ts'
import type { CentreSettings } from './settings.ts'

interface Entry {
  live: Set<string>
  seenOn: number | undefined
  endedAt: number | undefined
  wrapUpUntil: number | undefined
  away: { since: number; reason: string } | undefined
  backAt: number | undefined
}

/** What every extension did: which sessions it is in, when the last ended, whether it is away. */
export interface ActivityBook {
  get(extension: string): Activity | undefined
  /**
   * Notes the change of a session from `former` (undefined: new). Returns the extensions concerned, and the end of a
   * wrap-up that begins, epoch ms.
   */
  note(former: Session | undefined, session: Session, dayStart: number): Noted
}

export interface Noted {
  readonly extensions: readonly string[]
  readonly wrapUpUntil: number | undefined
}

export function createActivityBook(settings: CentreSettings, roles: Roles): ActivityBook {
  const entries = new Map<string, Entry>()
  const { presence, wrapUpMs } = settings

  const entryOf = (extension: string): Entry => {
    let entry = entries.get(extension)
    if (entry === undefined) {
      entry = {
        live: new Set(),
        seenOn: undefined,
        endedAt: undefined,
        wrapUpUntil: undefined,
        away: undefined,
        backAt: undefined,
      }
      entries.set(extension, entry)
    }
    return entry
  }

  const leave = (extension: string, session: Session): number | undefined => {
    const entry = entryOf(extension)
    if (!entry.live.delete(session.id)) return undefined
    const talks = session.legs.filter(
      ({ answeredAt, caller, callee }) =>
        answeredAt !== undefined && [caller, callee].includes(extension),
    )
    // Who talked and was replaced by another has ended his part of a session that goes on.
    const endedAt = session.endedAt ?? (talks.length > 0 ? currentLeg(session).since : undefined)
    if (endedAt === undefined) return undefined
    entry.endedAt = endedAt
    const hadCustomer = talks.some(({ caller, callee }) =>
      [caller, callee].some((party) => roles.of(party) === 'outside'),
    )
    if (!hadCustomer || wrapUpMs === 0 || session.isLost) return undefined
    entry.wrapUpUntil = endedAt + wrapUpMs
    return entry.wrapUpUntil
  }

  const enter = (extension: string, session: Session, dayStart: number): void => {
    const entry = entryOf(extension)
    entry.live.add(session.id)
    entry.seenOn = dayStart
    entry.wrapUpUntil = undefined
  }

  const notePresence = (session: Session): void => {
    const { caller, callee } = session.legs[0]
    const number = session.dialed === '' ? callee : session.dialed
    const reason = presence.away[number] ?? presence.away[callee]
    const entry = entryOf(caller)
    if (reason !== undefined) entry.away = { since: session.firstSeenAt, reason }
    else if (presence.back.includes(number) || presence.back.includes(callee)) {
      entry.backAt = session.firstSeenAt
    }
  }

  return {
    get: (extension) => entries.get(extension),
    note(former, session, dayStart) {
      const before = former?.endedAt === undefined && former ? peopleOf(former, roles) : []
      const after = session.endedAt === undefined ? peopleOf(session, roles) : []
      let wrapUpUntil: number | undefined
      for (const extension of before) {
        if (!after.includes(extension)) wrapUpUntil = leave(extension, session) ?? wrapUpUntil
      }
      for (const extension of after) {
        if (!before.includes(extension)) enter(extension, session, dayStart)
      }
      if (former === undefined && roles.of(session.legs[0].caller) === 'person') {
        notePresence(session)
      }
      return { extensions: [...new Set([...before, ...after])], wrapUpUntil }
    },
  }
}

function peopleOf(session: Session, roles: Roles): readonly string[] {
  const { caller, callee } = currentLeg(session)
  return [caller, callee].filter((party) => roles.of(party) === 'person')
}
