import type { Direction } from '../../domain/sessionEvent.ts'
import { isFinal, sessionStates } from '../../domain/sessionState.ts'
import type { SessionState } from '../../domain/sessionState.ts'
import { entriesOf, textOf } from './foreign.ts'

/** The words of the PBX's other lists, which are none of the 22 names of a session state. */
const otherWords = {
  HOLD: 'OnHold',
  COMPLETED: 'Ended',
  REJECTED: 'Busy',
  TRANSFERRED: 'TransferCompleted',
  NO_ANSWER: 'NotAnswered',
  CALLER_HANG_UP: 'CallerHungUp',
  CALLEE_HANG_UP: 'CalleeHungUp',
  CALLING: 'Setup',
  ANSWERED: 'InCall',
} as const satisfies Record<string, SessionState>

/** `Ended` is a word of ours and has no number. */
const numbered: readonly SessionState[] = sessionStates.filter((state) => state !== 'Ended')

const bare = (word: string): string => word.toUpperCase().replace(/[_\-\s]/g, '')

const states: ReadonlyMap<string, SessionState> = new Map([
  ...Object.entries(otherWords).map(([word, state]) => [bare(word), state] as const),
  ...sessionStates.map((state) => [bare(state), state] as const),
])

/** The state that a word or number of the PBX means, in any spelling; `undefined` for a word that nobody knows. */
export function parseState(raw: unknown): SessionState | undefined {
  const text = textOf(raw)
  return /^\d{1,2}$/.test(text) ? numbered[Number(text)] : states.get(bare(text))
}

const directions: readonly Direction[] = ['inbound', 'outbound', 'internal', 'external']

/** The direction that a word of the PBX means, in any case; `undefined` for a word that nobody knows. */
export function parseDirection(word: string): Direction | undefined {
  return directions.find((known) => known === word.toLowerCase())
}

/** The states of a session that is alive, in the order of the PBX's numbers. */
export const liveStates: readonly SessionState[] = numbered.filter((state) => !isFinal(state))

/**
 * Every way to ask the PBX's helper for a state, most likely first.
 * @param enumerations the PBX's globals `CallState` and `SessionState`, whose values may be anything
 */
export function spellingsOf(
  state: SessionState,
  enumerations: readonly unknown[] = [],
): readonly (string | number)[] {
  const snake = state.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
  const words = Object.entries(otherWords).filter(([, meaning]) => meaning === state)
  const number = numbered.indexOf(state)
  return [
    ...new Set([
      state.toUpperCase(),
      snake,
      state,
      ...words.map(([word]) => word),
      ...enumerations.flatMap((enumeration) => valuesFor(state, enumeration)),
      ...(number < 0 ? [] : [number]),
    ]),
  ]
}

/** The key decides, since a value may be a number that means something else in another of the PBX's lists. */
function valuesFor(state: SessionState, enumeration: unknown): readonly (string | number)[] {
  return entriesOf(enumeration)
    .filter(({ key }) => parseState(key) === state)
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
}
