import { entriesOf, invoke, isObject } from './foreign.ts'
import type { Oddities } from './oddities.ts'
import { readSessionId } from './sessionReader.ts'
import type { SessionHint } from './sessionReader.ts'
import { liveStates, spellingsOf } from './vocabulary.ts'

/** A session as the helper hands it out, with what its place in the answer says of it. */
export interface ListedSession {
  readonly session: object
  readonly hint: SessionHint
}

/**
 * The sessions that the PBX's helper lists for every live state in every spelling. The same session may come more
 * than once; a helper that throws or answers nonsense lists none.
 */
export function listActiveSessions(
  helper: unknown,
  enumerations: readonly unknown[],
  oddities: Oddities,
): readonly ListedSession[] {
  return liveStates.flatMap((state) =>
    spellingsOf(state, enumerations).flatMap((word) => {
      const answer = oddities.attempt('getActiveSessionsBySessionState', () =>
        invoke(helper, 'getActiveSessionsBySessionState', word),
      )
      return sessionsIn(answer).map(({ session, id }) => ({ session, hint: { id, state } }))
    }),
  )
}

function sessionsIn(answer: unknown): readonly { readonly session: object; readonly id: string }[] {
  if (isObject(answer) && readSessionId(answer) !== '') return [{ session: answer, id: '' }]
  return entriesOf(answer).flatMap(({ key, value }) =>
    isObject(value) ? [{ session: value, id: key }] : [],
  )
}
