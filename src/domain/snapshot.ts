import type { CallBook } from './callBook.ts'
import type { SessionFacts } from './sessionEvent.ts'

/** Masters before those that name them, so that a Call gets the id of its first session. */
export function inOrder(sessions: readonly SessionFacts[]): readonly SessionFacts[] {
  const isFirst = ({ id, masterId }: SessionFacts): boolean => masterId === '' || masterId === id
  return [...sessions.filter(isFirst), ...sessions.filter((session) => !isFirst(session))]
}

/** Whether just these sessions are alive, in the states that they are told to be in. */
export function holdsTheSame(book: CallBook, sessions: readonly SessionFacts[]): boolean {
  const living = [...book.all()].flatMap((call) =>
    call.sessions.filter(({ endedAt }) => endedAt === undefined),
  )
  return (
    living.length === sessions.length &&
    sessions.every(({ id, state }) => {
      const known = book.session(id)
      return known?.endedAt === undefined && known?.state === state
    })
  )
}
