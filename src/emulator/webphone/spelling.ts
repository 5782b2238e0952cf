import type { SessionState } from '../../domain/sessionState.ts'
import type { Dialect } from '../dialect.ts'
import type { WireSession } from '../gatewayProtocol.ts'
import { bareWord, callStateOf, sessionStateOf } from './words.ts'

/** The properties of a session as the dialect names and spells them. */
export function spelledSession(
  wire: WireSession,
  dialect: Dialect,
): Readonly<Record<string, string>> {
  const { sessionId, sessionState, masterSessionId, direction, ...others } = wire
  const named = [
    [dialect.sessionId, sessionId],
    [dialect.sessionState, spelledState(sessionState, dialect)],
    [dialect.masterSessionId, masterSessionId],
    [dialect.direction, direction],
  ] as const
  return {
    ...spelledRecord(others, dialect),
    ...Object.fromEntries(named.filter(([name]) => name !== 'absent')),
  }
}

/** `record` with its names in the dialect's case. */
export function spelledRecord<Value>(
  record: Readonly<Record<string, Value>>,
  { propertyCase }: Dialect,
): Readonly<Record<string, Value>> {
  if (propertyCase === 'camel') return record
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      value,
    ]),
  )
}

/** A session state, `InCall`, in the words of the dialect. */
export function spelledState(sessionState: string, { stateWords }: Dialect): string {
  switch (stateWords) {
    case 'Pascal':
      return sessionState
    case 'UPPER':
      return sessionState.toUpperCase()
    case 'UPPER_SNAKE':
      return sessionState.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()
    case 'seven':
      return callStateOf(sessionState)
  }
}

/** Whether somebody who asks for `word` means sessions in `state`. */
export function isMeant(word: unknown, state: string, dialect: Dialect): boolean {
  const own = spelledState(state, dialect)
  if (dialect.helperWords === 'own') return word === own
  const meant: SessionState | undefined = sessionStateOf(word)
  return meant === state || bareWord(word) === bareWord(own)
}
