import { callEndedAt } from './call.ts'
import type { Call } from './call.ts'
import type { CallEntry } from './callEntry.ts'
import { peopleOf } from './activityBook.ts'
import { createCallBook } from './callBook.ts'
import type { CallBook } from './callBook.ts'
import type { Counts } from './counts.ts'
import { createDues } from './dues.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { Visit } from './visit.ts'

/** How long after its end a call still makes news, ms: longer than a popup stays. */
const newsMs = 5_000
/** How long after its end a call is kept, so that late events and follow-ups still find it, ms. */
const keepEndedMs = 10 * 60_000

/**
 * Sessions become calls here, calls are counted, and what of them falls due later is done. Calls that changed are read
 * when the moment is over: all events of one timestamp are applied first (DESIGN 5). Times are epoch ms.
 */
export interface CallRegister {
  readonly book: CallBook
  /**
   * Files a session that is new (`former` undefined) or has changed; `hasMoved` when its state did. `firstId`: the first
   * session of its call, where a record tells it.
   */
  file(
    former: Session | undefined,
    session: Session,
    hasMoved: boolean,
    at: number,
    firstId?: string,
  ): void
  /** Calls that are alive at `now` or ended within 5 s before, in the order in which they were first heard of. */
  news(now: number): Iterable<Call>
  /** All visits that are counted and may change yet. */
  visits(): readonly Visit[]
  /** Has every call read anew, because roles or teams have changed. */
  reread(at: number): void
  /** Counts the calls that have changed, as of `at`. */
  settle(at: number): void
  /** Has somebody woken at `at`, as if a call had something to do then. */
  wake(at: number): void
  /** Does the next thing that is due until `to`; `false` when there is none. */
  doNext(to: number): boolean
}

export interface RegisterContext {
  readonly roles: Roles
  readonly counts: Counts
  readonly wrapUpMs: number
  dayStart(): number
  /** Time has come to `at`. */
  onTime(at: number): void
  /** A session changed; `extensions`: whose tiles may show it. */
  onSession(extensions: readonly string[]): void
  /** Something fell due that the tiles of `extensions` may show; `undefined`: all tiles. */
  onDue(extensions: readonly string[] | undefined): void
}

type Due =
  | { readonly type: 'settle' | 'forget'; readonly entry: CallEntry }
  | { readonly type: 'wrapUpOver'; readonly sessionId: string; readonly extension: string }
  | { readonly type: 'wake' }

export function createCallRegister(context: RegisterContext): CallRegister {
  const { roles, counts } = context
  const { activities } = counts
  const book = createCallBook(roles)
  const dues = createDues<Due>()
  const keepMs = keepEndedMs + context.wrapUpMs

  /** Those that are alive, or were when somebody last asked for news. */
  const lively = new Set<CallEntry>()
  /** Calls that have changed, or are no more, since they were counted. */
  let changed: CallEntry[] = []

  const change = (entry: CallEntry): void => {
    if (entry.isChanged) return
    entry.isChanged = true
    changed.push(entry)
  }

  const settle = (entry: CallEntry, at: number): void => {
    if (!entry.isChanged) return
    entry.isChanged = false
    if (entry.isGone) {
      counts.takeBack(entry.counted, at)
      return
    }
    for (const { settlesAt } of counts.read(entry.counted, entry.call, at)) {
      if (settlesAt !== undefined) dues.add(settlesAt, { type: 'settle', entry })
    }
  }

  const forgetLater = (entry: CallEntry): void => {
    const endedAt = callEndedAt(entry.call)
    if (endedAt === undefined) return
    dues.add(endedAt + keepMs, { type: 'forget', entry })
  }

  /** Whether the call ended at least so many ms ago. */
  const isOver = (call: Call, ms: number, at: number): boolean => {
    const endedAt = callEndedAt(call)
    return endedAt !== undefined && endedAt + ms <= at
  }

  const forget = (entry: CallEntry, at: number): void => {
    const { call } = entry
    if (!isOver(call, keepMs, at)) return
    settle(entry, at)
    book.forget(entry)
    lively.delete(entry)
    counts.forget(entry.counted, call)
  }

  /** Does it, and tells whose tiles may show it; `undefined`: all. */
  const happen = (due: Due, at: number): readonly string[] | undefined => {
    if (due.type === 'wake') return undefined
    if (due.type === 'wrapUpOver') {
      const wrapped = book.entryOfSession(due.sessionId)
      if (wrapped !== undefined) change(wrapped)
      return [due.extension]
    }
    const { type, entry } = due
    if (entry.isGone) return nobody
    if (type === 'forget') forget(entry, at)
    else change(entry)
    return nobody
  }

  /** A call that lost sessions to another one is counted again, or no more. */
  const lose = (loser: CallEntry, session: Session): void => {
    change(loser)
    if (loser.isGone) {
      lively.delete(loser)
      return
    }
    forgetLater(loser)
    tellOthers(loser.call, session)
  }

  /** Who of us is in another session of the call: a tile shows the direction and the customer of the whole call. */
  const tellOthers = ({ sessions }: Call, session: Session): void => {
    if (sessions.length === 1) return
    for (const other of sessions) {
      const isOther = other !== session && other.endedAt === undefined
      if (isOther) context.onSession(peopleOf(other, roles))
    }
  }

  return {
    book,
    file(former, session, hasMoved, at, firstId) {
      if (session === former) return
      const { entry, loser } = book.file(session, hasMoved, firstId)
      if (loser !== undefined) lose(loser, session)
      const { extensions, wrapUps } = activities.note(former, session, context.dayStart(), at)
      for (const { sessionId, extension, until } of wrapUps) {
        dues.add(until, { type: 'wrapUpOver', sessionId, extension })
        const wrapped = book.entryOfSession(sessionId)
        if (wrapped !== undefined) change(wrapped)
      }
      if (former === undefined || mayCountAnew(former, session, roles)) change(entry)
      if (session.endedAt === undefined) lively.add(entry)
      else forgetLater(entry)
      context.onSession(extensions)
      tellOthers(entry.call, session)
    },
    reread(at) {
      for (const entry of book.entries()) {
        for (const session of entry.call.sessions) {
          if (session.endedAt === undefined) {
            activities.note(undefined, session, context.dayStart(), at)
          }
        }
        change(entry)
      }
    },
    *news(now) {
      for (const entry of lively) {
        if (entry.isGone || isOver(entry.call, newsMs, now)) lively.delete(entry)
        else yield entry.call
      }
    },
    visits: () => [...book.entries()].flatMap(({ counted }) => counted.visits),
    settle(at) {
      if (changed.length === 0) return
      for (const entry of changed) settle(entry, at)
      changed = []
    },
    wake(at) {
      dues.add(at, { type: 'wake' })
    },
    doNext(to) {
      const due = dues.take(to)
      if (due === undefined) return false
      context.onTime(due.at)
      context.onDue(happen(due.item, due.at))
      return true
    },
  }
}

const nobody: readonly string[] = []

/**
 * Whether anything has changed that calls are counted by: on its way to another phone a session only changes its word, a
 * hold counts when it is over with the leg, and how a queue or a service answers counts for those only that were found.
 */
function mayCountAnew(former: Session, session: Session, roles: Roles): boolean {
  return (
    former.endedAt !== session.endedAt ||
    former.masterId !== session.masterId ||
    former.dialed !== session.dialed ||
    (former.legs !== session.legs && hasTurned(former, session, roles))
  )
}

function hasTurned(former: Session, session: Session, roles: Roles): boolean {
  const leg = currentLeg(session)
  const before = currentLeg(former)
  if (former.legs.length !== session.legs.length || before.endedAt !== leg.endedAt) return true
  if (before.caller !== leg.caller || before.callee !== leg.callee) return true
  if (isMachine(leg.callee, roles) && !session.isFromSnapshot) return false
  return before.rangAt !== leg.rangAt || before.answeredAt !== leg.answeredAt
}
