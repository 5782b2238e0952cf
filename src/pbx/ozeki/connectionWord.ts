import type { ConnectionState } from '../client.ts'
import { isObject, readProperty, readText, spellingsOfName, textOf } from './foreign.ts'

/** The four outcomes that the PBX's script reports. */
export type Outcome = Exclude<ConnectionState, 'connecting' | 'scriptMissing'>

const outcomes: readonly (readonly [name: string, outcome: Outcome])[] = [
  ['ACCESS_GRANTED', 'granted'],
  ['ACCESS_DENIED', 'denied'],
  ['CONNECTION_FAILED', 'failed'],
  ['CONNECTION_CLOSED', 'closed'],
]

const stateNames = spellingsOfName('state', 'connectionState')

/** The word in what a connection callback got: the state itself, or an object that holds it. */
export function connectionWord(raw: unknown): string {
  return isObject(raw) ? readText(raw, stateNames) : textOf(raw)
}

/**
 * What a word of the PBX says of the connection; `undefined` for a word that nobody knows.
 * @param enumeration the PBX's global `ConnectionState`, whose values need not be the documented words
 */
export function parseOutcome(word: string, enumeration: unknown): Outcome | undefined {
  const bare = word.toUpperCase().replace(/[_\-\s]/g, '')
  if (bare === '') return undefined
  return outcomes.find(
    ([name]) => name.replace('_', '') === bare || textOf(readProperty(enumeration, name)) === word,
  )?.[1]
}
