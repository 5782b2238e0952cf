import { callEndedAt } from './call.ts'
import type { Call } from './call.ts'
import { createCallBook } from './callBook.ts'
import type { CallBook } from './callBook.ts'
import type { Counts } from './counts.ts'
import { createDues } from './dues.ts'
import type { Roles } from './roles.ts'
import type { Session } from './session.ts'

/** How long after its end a call is kept, so that late events and follow-ups still find it, ms. */
const keepEndedMs = 10 * 60_000

/** Sessions become calls here, calls are counted, and what of them falls due later is done. Times are epoch ms. */
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
  /** Reads every call anew, because roles or teams have changed. */
  reread(at: number): void
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
  /** Something changed; `extensions`: whose tiles may show it. */
  onChange(extensions: readonly string[], at: number): void
}

type Due =
  | { readonly type: 'settle' | 'forget'; readonly callId: string }
  | { readonly type: 'wrapUpOver'; readonly sessionId: string; readonly extension: string }
  | { readonly type: 'wake' }

export function createCallRegister(context: RegisterContext): CallRegister {
  const { roles, counts } = context
  const { activities } = counts
  const book = createCallBook(roles)
  const dues = createDues<Due>()
  const keepMs = keepEndedMs + context.wrapUpMs

  const readCall = (call: Call, at: number): void => {
    for (const again of counts.read(call, at)) {
      dues.add(again, { type: 'settle', callId: call.id })
    }
  }

  const forgetLater = (call: Call): void => {
    const endedAt = callEndedAt(call)
    if (endedAt !== undefined) dues.add(endedAt + keepMs, { type: 'forget', callId: call.id })
  }

  const forget = (call: Call, at: number): void => {
    const endedAt = callEndedAt(call)
    if (endedAt === undefined || endedAt + keepMs > at) return
    book.forget(call.id)
    counts.forget(call)
    context.onForget(call)
  }

  const happen = (due: Due, at: number): readonly string[] => {
    if (due.type === 'wake') return []
    const isWrapUp = due.type === 'wrapUpOver'
    const call = isWrapUp ? book.callOfSession(due.sessionId) : book.get(due.callId)
    if (call !== undefined) {
      if (due.type === 'forget') forget(call, at)
      else readCall(call, at)
    }
    return isWrapUp ? [due.extension] : []
  }

  return {
    book,
    file(former, session, hasMoved, at, firstId) {
      if (session === former) return
      const { call, merged, reduced } = book.file(session, hasMoved, firstId)
      if (merged !== undefined) counts.takeBack(merged.id, at)
      if (reduced !== undefined) {
        readCall(reduced, at)
        forgetLater(reduced)
      }
      const { extensions, wrapUps } = activities.note(former, session, context.dayStart(), at)
      for (const { sessionId, extension, until } of wrapUps) {
        dues.add(until, { type: 'wrapUpOver', sessionId, extension })
        const wrapped = book.callOfSession(sessionId)
        if (wrapped !== undefined && wrapped.id !== call.id) readCall(wrapped, at)
      }
      readCall(call, at)
      if (session.endedAt !== undefined) forgetLater(call)
      context.onChange(extensions, at)
    },
    reread(at) {
      for (const call of book.all()) {
        for (const session of call.sessions) {
          if (session.endedAt === undefined) {
            activities.note(undefined, session, context.dayStart(), at)
          }
        }
        readCall(call, at)
      }
    },
    wake(at) {
      dues.add(at, { type: 'wake' })
    },
    doNext(to) {
      const due = dues.take(to)
      if (due === undefined) return false
      context.onTime(due.at)
      context.onChange(happen(due.item, due.at), due.at)
      return true
    },
  }
}
