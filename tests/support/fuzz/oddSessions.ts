import fc from 'fast-check'
import { sessionStates } from '../../../src/domain/sessionState.ts'
import { makeOdd, odd } from './oddValues.ts'
import type { Odd } from './oddValues.ts'

/** What a foreign thing says under a name: a text or number, or something odd. */
export type Said = { readonly say: string | number } | { readonly odd: Odd }

/** A session object as a script may make one. */
export interface OddSession {
  readonly properties: Readonly<Record<string, Said>>
  readonly form: 'plain' | 'getters' | 'proxy' | 'frozen' | 'class' | 'function'
}

const say = (...words: (string | number)[]): fc.Arbitrary<Said> =>
  fc.constantFrom(...words).map((word) => ({ say: word }))
const oddly: fc.Arbitrary<Said> = odd.map((name) => ({ odd: name }))
const strange = fc.oneof(
  oddly,
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => ({ say: text })),
  fc.double().map((number) => ({ say: number })),
)
const mostly = (usual: fc.Arbitrary<Said>): fc.Arbitrary<Said> =>
  fc.oneof({ arbitrary: usual, weight: 8 }, { arbitrary: strange, weight: 1 })

const ids = ['a', 'b', 'c', 'd', 'e', 'constructor', 'x'.repeat(250), 7]
const parties = [
  ...['5000', '1001', '1002', '0155', '0156', '', 'sip:1001@pbx', '900', '*45', 'anonymous'],
  ...['constructor', '__proto__', 'line1', '0'.repeat(300)],
]
const words = [
  ...sessionStates,
  ...['COMPLETED', 'HOLD', 'caller_hang_up', 'in call', 'REJECTED', 'NO_ANSWER', 'no such state'],
  ...[0, 3, 21, 99, -1, ''],
]
const times = ['2026-11-21 09:30:00', '2026-11-21T09:30:00+01:00', '/Date(1/', 1e300, '00:00:07']

/** The word for a state, or nonsense. */
export const stateWord: fc.Arbitrary<Said> = mostly(say(...words))

/** The id of a session that may be known. */
export const sessionId: fc.Arbitrary<Said> = mostly(say(...ids))

const optional = { requiredKeys: ['sessionId', 'sessionState', 'caller', 'callee'] as const }

export const oddSession: fc.Arbitrary<OddSession> = fc.record({
  properties: fc
    .record(
      {
        sessionId,
        sessionState: stateWord,
        caller: mostly(say(...parties)),
        callee: mostly(say(...parties)),
        masterSessionId: mostly(say('', ...ids)),
        dialedNumber: mostly(say(...parties)),
        direction: mostly(say('Inbound', 'outbound', 'sideways')),
        startTime: mostly(say(...times)),
        callerDisplayName: strange,
        calleeDisplayName: strange,
        onSessionStateChanged: strange,
        source: strange,
        STATE: stateWord,
      },
      { requiredKeys: [...optional.requiredKeys] },
    )
    .map((properties) => ({ ...properties })),
  form: fc.constantFrom('plain', 'getters', 'proxy', 'frozen', 'class', 'function'),
})

/** What is said, as the script would hand it over. */
export function spoken(said: Said): unknown {
  return 'say' in said ? said.say : makeOdd(said.odd)
}

/**
 * The object itself.
 * @param own what it offers besides, unless the recipe has another word for that
 * @param onRead told of every read of a property of a session made of getters
 */
export function makeSession(
  { properties, form }: OddSession,
  own: Readonly<Record<string, unknown>>,
  onRead: () => void,
): object {
  const values = Object.fromEntries(
    Object.entries(properties).map(([name, said]) => [name, spoken(said)]),
  )
  const all = { ...own, ...values }
  switch (form) {
    case 'plain':
      return all
    case 'getters': {
      const session = {}
      for (const [name, value] of Object.entries(all)) {
        const get = (): unknown => {
          onRead()
          return value
        }
        Object.defineProperty(session, name, { get })
      }
      return session
    }
    case 'proxy':
      return new Proxy(all, {})
    case 'frozen':
      return Object.freeze(all)
    case 'class':
      return Object.create(all) as object
    case 'function':
      return Object.defineProperties(() => undefined, Object.getOwnPropertyDescriptors(all))
  }
}
