import fc from 'fast-check'

/** A value that a foreign script may hand over, by a name that can be printed. */
export type Odd = keyof typeof makers

/** One for all, since to note where each was thrown takes longer than all else. */
const handsOff = new TypeError('hands off')
const fail = (): never => {
  throw handsOff
}
const everyTrap = (): object =>
  new Proxy(
    {},
    { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail },
  )

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function cyclic(): object {
  const value: Record<string, unknown> = { name: 'Ana' }
  value['self'] = value
  value['devices'] = [value, value]
  return value
}

function deep(): object {
  let value: object = {}
  for (let depth = 0; depth < 1_000; depth++) value = { value }
  return value
}

/** One property for ever more of the same. */
function bottomless(): object {
  const value: object = new Proxy({}, { get: () => value, ownKeys: () => ['sessionId', 'state'] })
  return value
}

function* endless(): Generator<readonly [string, object]> {
  for (let entry = 0; ; entry++) yield [String(entry), { sessionId: String(entry) }]
}

const makers = {
  nothing: () => undefined,
  null: () => null,
  yes: () => true,
  nan: () => Number.NaN,
  infinite: () => -Infinity,
  number: () => -7.5,
  bigint: () => 10n ** 300n,
  symbol: () => Symbol('state'),
  empty: () => '',
  blank: () => ' \t\u00a0',
  huge: () => 'x'.repeat(20_000),
  nul: () => 'a\0b',
  surrogate: () => '\ud800',
  markup: () => '<img src=x onerror=alert(1)>',
  inherited: () => 'constructor',
  proto: () => '__proto__',
  object: () => ({}),
  bare: () => Object.create(null) as object,
  array: () => [],
  sparse: () => Object.assign([], { length: 2 ** 32 - 1 }),
  mixed: () => [null, undefined, 7, 'x', [], {}, everyTrap()],
  date: () => new Date(Number.NaN),
  regexp: () => /x/g,
  error: () => new Error('of the script'),
  function: () => () => undefined,
  class: () => Promise,
  throwing: everyTrap,
  throwingState: () => Object.defineProperty({ sessionId: 'a' }, 'sessionState', { get: fail }),
  throwingText: () => ({ toString: fail, valueOf: fail, toJSON: fail, [Symbol.toPrimitive]: fail }),
  revoked,
  cyclic,
  deep,
  bottomless,
  promise: () => Promise.resolve('a'),
  map: () => new Map<unknown, unknown>([[{}, null]]),
  set: () => new Set<unknown>([null, 'x']),
  endlessMap: () => Object.assign(new Map(), { [Symbol.iterator]: endless, entries: endless }),
  endlessSet: () => Object.assign(new Set(), { [Symbol.iterator]: endless, values: endless }),
  oddSlice: () => Object.assign([1], { slice: () => ({ map: () => 7 }), map: () => 7 }),
  oddIterator: () => Object.assign([1], { [Symbol.iterator]: endless }),
} as const satisfies Record<string, () => unknown>

/** The name of an odd value. */
export const odd: fc.Arbitrary<Odd> = fc.constantFrom(...(Object.keys(makers) as Odd[]))

/** The odd value of that name, made anew. */
export function makeOdd(name: Odd): unknown {
  return makers[name]()
}
