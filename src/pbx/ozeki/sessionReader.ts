import { partyId } from '../../domain/party.ts'
import type { Direction, SessionFacts } from '../../domain/sessionEvent.ts'
import type { SessionState } from '../../domain/sessionState.ts'
import { readProperty, readText, spellingsOfName } from './foreign.ts'
import { parseInstant } from './instant.ts'
import { parseDirection, parseState } from './vocabulary.ts'

/** What is known of a session from where it was found, for what the session itself does not say. */
export interface SessionHint {
  readonly id?: string | undefined
  readonly state?: SessionState | undefined
}

/** How to read what a session says. */
export interface Reading {
  /** Reads when something happened, in epoch ms. @default what has no offset is UTC */
  readonly readInstant?: (raw: unknown) => number | undefined
  /** Whether an endpoint is an outside line: behind it is a party whose number was withheld. @default never */
  readonly isLine?: (id: string) => boolean
  /** Told of every word that nobody knows. */
  readonly onUnknownWord?: (kind: string, word: string) => void
}

/** `caller` and `callee` name the parties; the endpoints of the PBX stand in where they are missing. */
const names = {
  id: spellingsOfName('sessionId', 'id'),
  masterId: spellingsOfName('masterSessionId', 'masterId'),
  state: spellingsOfName('sessionState', 'state'),
  caller: spellingsOfName('caller', 'source'),
  callee: spellingsOfName('callee', 'destination'),
  callerName: spellingsOfName('callerDisplayName', 'callerName'),
  calleeName: spellingsOfName('calleeDisplayName', 'calleeName'),
  dialed: spellingsOfName('dialedNumber', 'dialed'),
  direction: spellingsOfName('direction', 'callDirection'),
  startTime: spellingsOfName('startTime'),
} as const

/** The id that a foreign object gives itself as a session; empty for none. */
export function readSessionId(raw: unknown): string {
  return readText(raw, names.id)
}

/** The word that a foreign object has for its state; empty for none. */
export function readStateWord(raw: unknown): string {
  return readText(raw, names.state)
}

/**
 * What the PBX's script says of a session, in the one vocabulary; `undefined` for what is no session because it has
 * no id. Never throws: a value that cannot be read is only itself missing.
 */
export function readSession(
  raw: unknown,
  hint: SessionHint = {},
  reading: Reading = {},
): SessionFacts | undefined {
  const id = readSessionId(raw) || (hint.id ?? '')
  if (id === '') return undefined
  return {
    id,
    masterId: readText(raw, names.masterId),
    state: readState(raw, hint, reading),
    caller: readParty(raw, names.caller, reading),
    callee: readParty(raw, names.callee, reading),
    callerName: readText(raw, names.callerName),
    calleeName: readText(raw, names.calleeName),
    dialed: partyId(readText(raw, names.dialed)),
    direction: readDirection(raw, reading),
    startedAt: readStart(raw, reading),
  }
}

function readParty(raw: unknown, spellings: readonly string[], { isLine }: Reading): string {
  const party = partyId(readText(raw, spellings))
  return isLine?.(party) === true ? '' : party
}

function readState(raw: unknown, hint: SessionHint, reading: Reading): SessionState | undefined {
  const word = readStateWord(raw)
  if (word === '') return hint.state
  const state = parseState(word)
  if (state === undefined) reading.onUnknownWord?.('state', word)
  return state
}

function readDirection(raw: unknown, reading: Reading): Direction | undefined {
  const word = readText(raw, names.direction)
  if (word === '') return undefined
  const direction = parseDirection(word)
  if (direction === undefined) reading.onUnknownWord?.('direction', word)
  return direction
}

function readStart(raw: unknown, { readInstant = readAsUtc }: Reading): number | undefined {
  for (const name of names.startTime) {
    const at = readInstant(readProperty(raw, name))
    if (at !== undefined) return at
  }
  return undefined
}

function readAsUtc(raw: unknown): number | undefined {
  return parseInstant(raw, () => 0)
}
