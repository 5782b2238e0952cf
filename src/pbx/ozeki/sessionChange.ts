import type { SessionFacts } from '../../domain/sessionEvent.ts'
import { isFinal } from '../../domain/sessionState.ts'
import type { SessionState } from '../../domain/sessionState.ts'
import { isObject, textOf } from './foreign.ts'
import { readSession, readSessionId, readStateWord } from './sessionReader.ts'
import type { Reading, SessionHint } from './sessionReader.ts'
import { parseState } from './vocabulary.ts'

/** A change of a session, and whether the PBX said the state in the change or left it to be read. */
export interface SessionChange {
  readonly facts: SessionFacts
  readonly isSaid: boolean
}

/**
 * What a state callback of `session` tells. The vendor's pages contradict each other on its arguments: the session
 * and the state in either order, either of them alone, or neither.
 */
export function readChange(
  args: readonly unknown[],
  session: object,
  hint: SessionHint,
  reading: Reading,
): SessionChange | undefined {
  const source = args.find((arg) => isObject(arg) && readSessionId(arg) !== '') ?? session
  const facts = readSession(source, hint, reading)
  if (facts === undefined) return undefined
  const word = wordIn(args, facts.id)
  if (word === '') return { facts, isSaid: false }
  const said = parseState(word)
  if (said === undefined) reading.onUnknownWord?.('state', word)
  return { facts: { ...facts, state: settle(said, facts.state) }, isSaid: true }
}

/** The state among the arguments: a known word before an unknown one, and never the id of the session. */
function wordIn(args: readonly unknown[], id: string): string {
  const plain = args
    .map((arg) => (isObject(arg) && readSessionId(arg) === '' ? readStateWord(arg) : textOf(arg)))
    .filter((word) => word !== '' && word !== id)
  return plain.find((word) => parseState(word) !== undefined) ?? plain[0] ?? ''
}

/**
 * The word said is newer than the property, which some sessions never update. Only at the end the property is
 * heard first: the short list of words knows fewer ends, and a final state is never left.
 */
function settle(
  said: SessionState | undefined,
  property: SessionState | undefined,
): SessionState | undefined {
  const isEnd = property !== undefined && property !== 'Ended' && isFinal(property)
  return isEnd && (said === undefined || isFinal(said)) ? property : said
}
