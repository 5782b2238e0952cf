import type { ActiveEvent } from '../../contract/serverEvents.ts'
import type { Session } from '../../domain/session.ts'
import type { SessionEvent } from '../../domain/sessionEvent.ts'
import { isFinal } from '../../domain/sessionState.ts'
import { createDoubts } from './doubts.ts'
import type { Doubt } from './doubts.ts'
import { createPairing } from './pairing.ts'
import { createPatience } from './patience.ts'

/**
 * What lists and events, taken together, prove. `silent`: the connection tells nothing any more, `since` is the last
 * moment of which it is certain, epoch ms; `missed`: events arrive, but too much was missed: a fresh snapshot is needed;
 * `gone`: events arrive, but the ends of these sessions were missed; `hole`: events arrive, but not all of those since
 * `since`.
 */
export type Verdict =
  | { readonly type: 'hole'; readonly since: number }
  | { readonly type: 'silent' | 'missed'; readonly since: number | undefined }
  | { readonly type: 'gone'; readonly sessions: readonly GoneSession[] }

export interface GoneSession {
  readonly id: string
  /** Epoch ms of site time. */
  readonly lastSeenAt: number
}

/**
 * Holds the calls that the PBX lists against the sessions that this wall takes to be alive. It has no clock: `at` is ms
 * of a clock that nobody sets. A list proves something only after it was seen to speak of the same sessions.
 */
export interface Audit {
  /** A connection is live, a fresh snapshot was told. */
  begin(at: number): void
  hear(event: SessionEvent, at: number): void
  /** @param sessions all that the wall still knows, those that are over too */
  compare(list: ActiveEvent, sessions: readonly Session[], at: number): void
  /** What is proven at `at`; told once, since whoever hears it acts. `undefined`: nothing. */
  conclude(at: number): Verdict | undefined
  /** The last moment of which the lists leave no doubt or, while none come, the events; epoch ms of site time; `undefined` before the first. */
  certainUntil(at: number): number | undefined
  /** Whether something disagrees, so that it is worth to ask for a conclusion after `confirmMs`. */
  isDoubting(): boolean
}

/** Events are faster than lists: what is still not told so long after a list will not be told, ms. */
export const confirmMs = 3_000
/** A list that was under way while the snapshot was taken proves nothing, ms. */
const settleMs = 2_000
/** Nothing is concluded from a list that was heard longer ago, ms. */
const freshMs = 12_000
/** Missed so often and so long while other events arrive. Events that are only late come sooner. */
const enough = { lists: 3, ms: 10_000 }
/** A session that never was in a list may be of a kind that is not listed. */
const enoughForNeverListed = { lists: 4, ms: 18_000 }

export function createAudit(): Audit {
  const pairing = createPairing()
  const patience = createPatience()
  /** Sessions that are alive here and not in the list, by session id. */
  const missing = createDoubts()
  /** Calls of the list that nobody here knows, by call id. */
  const unknown = createDoubts()
  /** In which list a session that is alive was last, on whatever connection, epoch ms of site time. */
  const listedAt = new Map<string, number>()
  /** Those of them that were listed since this connection began. */
  const listedNow = new Set<string>()
  let alive: readonly Session[] = []
  /** Sessions for which a connection was given up; a snapshot that holds them contradicts the list. */
  let suspects: ReadonlySet<string> = new Set()
  let liveAt = Infinity
  let heardAt = -Infinity
  let comparedAt = -Infinity
  let listed = -Infinity
  let toldAt: number | undefined
  let agreedAt: number | undefined
  /** Unknown calls that have made a hole already. */
  let holes: ReadonlySet<string> = new Set()

  const forget = (id: string): void => {
    listedAt.delete(id)
    listedNow.delete(id)
  }

  const noteMissing = (list: ActiveEvent, at: number): void => {
    const ids = new Set(list.calls.map(({ id }) => id))
    const notListed: string[] = []
    for (const { id, masterId } of alive) {
      if (ids.has(pairing.callIdOf(id))) {
        if (!listedAt.has(id)) pairing.witness()
        listedAt.set(id, list.at)
        listedNow.add(id)
        continue
      }
      if (suspects.has(id)) pairing.contradict()
      if (listedAt.has(id) || !ids.has(masterId)) notListed.push(id)
    }
    suspects = new Set()
    missing.keepOnly(notListed, at, heardAt)
    const living = new Set(alive.map(({ id }) => id))
    for (const id of listedAt.keys()) if (!living.has(id)) forget(id)
  }

  const noteUnknown = (list: ActiveEvent, sessions: readonly Session[], at: number): void => {
    const known = new Set(sessions.flatMap(({ id, masterId }) => [id, masterId]))
    const over = new Set(sessions.flatMap((s) => (s.endedAt === undefined ? [] : [s.id])))
    const ids = pairing.haveSameIds() ? list.calls.map(({ id }) => id) : []
    for (const id of ids) if (over.has(id)) patience.ignore(id)
    const strangers = ids.filter((id) => !known.has(id))
    patience.look(strangers)
    const worthAsking = strangers.filter((id) => !patience.isIgnored(id))
    unknown.keepOnly(worthAsking, at, heardAt)
  }

  const isSilent = (at: number): boolean => {
    const isQuiet = ({ quietSince }: Doubt): boolean =>
      heardAt < quietSince && at - quietSince >= confirmMs
    return (
      missing.some((doubt, id) => listedNow.has(id) && isQuiet(doubt)) ||
      (patience.mayAskAgain(at) && unknown.some(isQuiet))
    )
  }

  const findGone = (at: number): readonly string[] =>
    missing.filter((doubt, id) =>
      listedAt.has(id)
        ? isLong(doubt, at, enough)
        : pairing.isComplete() && isLong(doubt, at, enoughForNeverListed),
    )

  const giveUp = (type: 'silent' | 'missed', at: number): Verdict => {
    patience.spend([...unknown.ids()], at)
    suspects = new Set(missing.ids())
    liveAt = Infinity
    return { type, since: latestOf(toldAt, agreedAt) }
  }

  const isProof = (id: string): boolean => listedAt.has(id) || pairing.isComplete()

  /** One list is enough to know that something was missed: events are faster. */
  const findHole = (at: number): Verdict | undefined => {
    const found = unknown.filter((doubt, id) => !holes.has(id) && at - doubt.since >= confirmMs)
    if (found.length === 0 || agreedAt === undefined || !patience.isFruitful()) return undefined
    holes = new Set([...holes].filter((id) => unknown.get(id) !== undefined).concat(found))
    return { type: 'hole', since: agreedAt }
  }

  return {
    begin(at) {
      missing.clear()
      unknown.clear()
      listedNow.clear()
      liveAt = at
      heardAt = at
    },
    hear({ type, at: now, session: { id, masterId, state } }, at) {
      heardAt = at
      toldAt = now
      unknown.drop(id)
      unknown.drop(masterId)
      const doubt = missing.get(id)
      if (doubt === undefined) return
      const isLate = listedAt.has(id) && (type === 'closed' || isFinal(state ?? 'Created'))
      if (!isLate && doubt.lists > 1) pairing.contradict()
      missing.drop(id)
      forget(id)
    },
    compare(list, sessions, at) {
      if (liveAt === Infinity || at - liveAt < settleMs) return
      pairing.learn(list.calls, sessions)
      alive = sessions.filter(({ endedAt }) => endedAt === undefined)
      comparedAt = pairing.isTrusted() ? at : -Infinity
      noteMissing(list, at)
      noteUnknown(list, sessions, at)
      const isProven = pairing.isTrusted() && missing.some((_doubt, id) => isProof(id))
      if (!isProven && unknown.size() === 0) agreedAt = list.at
      listed = at
    },
    conclude(at) {
      if (liveAt === Infinity || at - comparedAt > freshMs) return undefined
      if (isSilent(at)) return giveUp('silent', at)
      const gone = findGone(at)
      const areMost = gone.length > 2 && gone.length * 2 > alive.length
      const areMissed = unknown.some((doubt) => isLong(doubt, at, enough))
      if ((areMissed || areMost) && patience.mayTakeSnapshot(at)) return giveUp('missed', at)
      if (gone.length === 0 || areMost) return findHole(at)
      const sessions = gone.map((id) => ({ id, lastSeenAt: listedAt.get(id) ?? 0 }))
      for (const id of gone) missing.drop(id)
      return { type: 'gone', sessions }
    },
    certainUntil: (at) => (at - listed > freshMs ? latestOf(toldAt, agreedAt) : agreedAt),
    isDoubting: () => missing.size() + unknown.size() > 0,
  }
}

function latestOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined ? other : Math.max(one, other ?? one)
}

function isLong(doubt: Doubt, at: number, { lists, ms }: typeof enough): boolean {
  return doubt.lists >= lists && at - doubt.since >= ms
}
