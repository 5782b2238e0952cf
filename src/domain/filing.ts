import type { CallRegister } from './callRegister.ts'
import type { Journal } from './journal.ts'
import type { RecalledStep } from './recall.ts'
import { applySessionEvent, loseSession, sessionFromEvent, sessionFromSnapshot } from './session.ts'
import type { Session } from './session.ts'
import type { SessionEvent, SessionFacts } from './sessionEvent.ts'
import { isFinal } from './sessionState.ts'

/** What is told of sessions is filed here: in the register of calls, and in the journal. Times are epoch ms. */
export interface Filing {
  /** A session event as it happens. */
  hear(event: SessionEvent): void
  /** Somebody looked at `at` and found the session like this. */
  find(facts: SessionFacts, at: number): void
  /** The session ended at `at`, unseen. */
  lose(session: Session, at: number): void
  tellAgain(step: RecalledStep): void
}

/** When and how something became known, and what is known of a record's call. */
type Telling = Pick<RecalledStep, 'at' | 'how'> &
  Partial<Pick<RecalledStep, 'firstId' | 'hasMoved' | 'isFoundHere'>>

export function createFiling(context: {
  readonly register: CallRegister
  readonly journal: Journal
  readonly now: () => number
}): Filing {
  const { register, journal, now } = context
  const { book } = register

  const file = (
    former: Session | undefined,
    session: Session,
    hasMoved: boolean,
    { at, how, firstId, hasMoved: mayMove = true }: Telling,
  ): void => {
    if (session === former) return
    journal.note(former, session, how, at)
    register.file(former, session, hasMoved && mayMove, now(), firstId)
  }

  const hear = (event: SessionEvent, telling: Telling): void => {
    const former = book.session(event.session.id)
    if (former === undefined) {
      // What tells of an end only is the echo of a session that was forgotten.
      const isEcho = event.type !== 'opened' && isFinal(event.session.state ?? 'Created')
      if (event.type === 'closed' || isEcho) return
      const session = sessionFromEvent(event, telling.isFoundHere)
      // A PBX of few words calls set-up ringing too: no second word will come before the answer.
      const rings = session.legs[0].rangAt !== undefined
      file(undefined, session, event.type === 'changed' || rings, telling)
      return
    }
    const session = applySessionEvent(former, event, telling.how === 'seen')
    file(former, session, session.state !== former.state, telling)
  }

  const find = (facts: SessionFacts, telling: Telling): void => {
    const { at } = telling
    if (book.session(facts.id) === undefined) {
      file(undefined, sessionFromSnapshot(facts, at, telling.isFoundHere), false, telling)
    } else hear({ type: 'changed', at, session: facts }, telling)
  }

  /** Somebody else may have seen the session when we had no connection any more. */
  const lose = (session: Session, telling: Telling): void => {
    const at = Math.max(telling.at, session.stateSince)
    file(session, loseSession(session, at), false, { ...telling, at })
  }

  return {
    hear: (event) => hear(event, { at: event.at, how: 'seen' }),
    find: (facts, at) => find(facts, { at, how: 'found' }),
    lose: (session, at) => lose(session, { at, how: 'lost' }),
    tellAgain(step) {
      const { at, session: facts } = step
      const former = book.session(facts.id)
      if (step.how === 'found') find(facts, step)
      else if (step.how === 'seen' && former === undefined && !step.isFromStart) {
        find({ ...facts, startedAt: facts.startedAt ?? at }, step)
      } else if (step.how === 'seen') {
        hear({ type: former === undefined ? 'opened' : 'changed', at, session: facts }, step)
      } else if (former !== undefined) lose(former, step)
    },
  }
}
