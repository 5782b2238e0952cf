import { callEndedAt } from './call.ts'
import type { Call } from './call.ts'
import { peopleOf } from './activityBook.ts'
import { createCallBook } from './callBook.ts'
import type { CallBook } from './callBook.ts'
import type { Counts } from './counts.ts'
import { createDues } from './dues.ts'
import type { Roles } from './roles.ts'
import type { Session } from './session.ts'

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
  /** Calls that are alive or ended within the last 5 s, in the order in which they were first heard of. */
  news(): Iterable<Call>
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
  /** The call will not be asked for again. */
  onForget(call: Call): void
  /** A session changed; `extensions`: whose tiles may show it. */
  onSession(extensions: readonly string[]): void
  /** Something fell due that the tiles of `extensions` may show; `undefined`: all tiles. */
  onDue(extensions: readonly string[] | undefined): void
}

type Due =
  | { readonly type: 'settle' | 'rest' | 'forget'; readonly callId: string }
  | { readonly type: 'wrapUpOver'; readonly sessionId: string; readonly extension: string }
  | { readonly type: 'wake' }

export function createCallRegister(context: RegisterContext): CallRegister {
  const { roles, counts } = context
  const { activities } = counts
  const book = createCallBook(roles)
  const dues = createDues<Due>()
  const keepMs = keepEndedMs + context.wrapUpMs

  /** Those that are alive, or were a moment ago. */
  const lively = new Set<string>()
  /** Calls that have changed, or are no more, since they were counted. */
  const changed = new Set<string>()

  const settle = (callId: string, at: number): void => {
    const call = book.get(callId)
    if (call === undefined) {
      counts.takeBack(callId, at)
      return
    }
    for (const again of counts.read(call, at)) dues.add(again, { type: 'settle', callId })
  }

  const forgetLater = (call: Call): void => {
    const endedAt = callEndedAt(call)
    if (endedAt === undefined) return
    dues.add(endedAt + newsMs, { type: 'rest', callId: call.id })
    dues.add(endedAt + keepMs, { type: 'forget', callId: call.id })
  }

  /** Whether the call ended at least so many ms ago. */
  const isOver = (call: Call, ms: number, at: number): boolean => {
    const endedAt = callEndedAt(call)
    return endedAt !== undefined && endedAt + ms <= at
  }

  const forget = (call: Call, at: number): void => {
    if (!isOver(call, keepMs, at)) return
    if (changed.delete(call.id)) settle(call.id, at)
    book.forget(call.id)
    lively.delete(call.id)
    counts.forget(call)
    context.onForget(call)
  }

  /** Does it, and tells whose tiles may show it; `undefined`: all. */
  const happen = (due: Due, at: number): readonly string[] | undefined => {
    if (due.type === 'wake') return undefined
    const isWrapUp = due.type === 'wrapUpOver'
    const call = isWrapUp ? book.callOfSession(due.sessionId) : book.get(due.callId)
    if (call !== undefined) {
      if (due.type === 'forget') forget(call, at)
      else if (due.type !== 'rest') changed.add(call.id)
      else if (isOver(call, newsMs, at)) lively.delete(call.id)
    }
    return isWrapUp ? [due.extension] : []
  }

  /** Who of us is in another session of the call: a tile shows the direction and the customer of the whole call. */
  const peopleOfOthers = (call: Call, session: Session): readonly string[] =>
    call.sessions.flatMap((other) =>
      other === session || other.endedAt !== undefined ? [] : peopleOf(other, roles),
    )

  return {
    book,
    file(former, session, hasMoved, at, firstId) {
      if (session === former) return
      const { call, merged, reduced } = book.file(session, hasMoved, firstId)
      if (merged !== undefined) {
        changed.add(merged.id)
        lively.delete(merged.id)
      }
      if (reduced !== undefined) {
        changed.add(reduced.id)
        forgetLater(reduced)
      }
      const { extensions, wrapUps } = activities.note(former, session, context.dayStart(), at)
      for (const { sessionId, extension, until } of wrapUps) {
        dues.add(until, { type: 'wrapUpOver', sessionId, extension })
        const wrapped = book.callOfSession(sessionId)
        if (wrapped !== undefined) changed.add(wrapped.id)
      }
      if (former === undefined || mayCountAnew(former, session)) changed.add(call.id)
      if (session.endedAt === undefined) lively.add(call.id)
      else forgetLater(call)
      context.onSession(extensions)
      if (call.sessions.length > 1) context.onSession(peopleOfOthers(call, session))
      if (reduced !== undefined) context.onSession(peopleOfOthers(reduced, session))
    },
    reread(at) {
      for (const call of book.all()) {
        for (const session of call.sessions) {
          if (session.endedAt === undefined) {
            activities.note(undefined, session, context.dayStart(), at)
          }
        }
        changed.add(call.id)
      }
    },
    *news() {
      for (const id of lively) {
        const call = book.get(id)
        if (call !== undefined) yield call
      }
    },
    settle(at) {
      for (const callId of changed) settle(callId, at)
      changed.clear()
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

/** Whether anything has changed that calls are counted by; on its way to another phone a session only changes its word. */
function mayCountAnew(former: Session, session: Session): boolean {
  return (
    former.legs !== session.legs ||
    former.endedAt !== session.endedAt ||
    former.masterId !== session.masterId ||
    former.dialed !== session.dialed
  )
}
