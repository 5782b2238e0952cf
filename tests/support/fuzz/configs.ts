import fc from 'fast-check'

/** Something that a JSON file may hold in the place of anything. */
const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    0,
    -1,
    1e308,
    5e-324,
    '',
    ' ',
    [],
    {},
    [[]],
    [null],
    '1-999999',
  ),
  fc.constantFrom(
    '\u202e\ud800',
    '__proto__',
    'constructor',
    'toString',
    '0'.repeat(500),
    '256.1.1.1',
    'xn--a',
    '..',
  ),
  fc.constantFrom(
    '1001-1020',
    '5000',
    'http://user:geheim@x',
    'javascript:alert(1)',
    '08:00',
    'Europe/Nowhere',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 2 }),
)

const extensions = fc.array(fc.constantFrom('1001-1003', '1050', '1004,1005', '*45', '007-009'), {
  maxLength: 3,
})
const pair = fc.constantFrom<[number, number][]>([2, 5], [60, 120])
const pick = <T>(...of: T[]): fc.Arbitrary<T> => fc.constantFrom(...of)

const team = fc.record(
  {
    id: pick('support', 'sales', 'desk'),
    name: pick('Support', 'Ügyfélszolgálat', '<b>x</b>'),
    queues: fc.constant(['5000']),
    extensions,
    agents: fc.array(
      fc.record({ name: pick('Ana', ''), extensions: fc.constant(['6001', '6002']) }),
      { maxLength: 1 },
    ),
    thresholds: fc.record({ waitingCalls: pair, longestWaitNow: pair }, { requiredKeys: [] }),
  },
  { requiredKeys: ['id'] },
)

/** A config that is right, or nearly so. */
export const usualConfig: fc.Arbitrary<object> = fc.record(
  {
    pbx: fc.record(
      {
        address: pick('192.0.2.10', 'auto', 'pbx.example', '[2001:db8::1]', '256.1.1.1'),
        scriptUrl: fc.constant('http://192.0.2.10:7777/WebphoneAPI'),
        httpApiUrl: pick('http://192.0.2.10:7780/', null),
        services: fc.constant(['50', '900-909']),
        pollSeconds: pick(1, 5, 3_600),
      },
      { requiredKeys: ['address'] },
    ),
    site: fc.record(
      {
        name: pick('Contoso', ' x '),
        timeZone: pick('Europe/Budapest', 'Pacific/Chatham', 'UTC'),
        dayStartsAt: pick('00:00', '23:30'),
        language: pick('en', 'ar'),
        openingHours: pick({ 'mon-fri': ['08:00-18:00'] }, {}),
      },
      { requiredKeys: [] },
    ),
    serviceLevel: fc.record(
      { formula: pick('offered', 'positive'), target: pick(0, 0.8, 1) },
      { requiredKeys: [] },
    ),
    presence: fc.record(
      { away: pick({ '*45': 'lunch' }, { __proto: 'x' }), notSeen: fc.boolean() },
      { requiredKeys: [] },
    ),
    privacy: fc.record(
      { mask: pick('none', 'all'), storeMasked: fc.boolean() },
      { requiredKeys: [] },
    ),
    alerts: fc.record(
      { stateSeconds: pick({ hold: [1, 2] as [number, number] }, {}) },
      { requiredKeys: [] },
    ),
    records: fc.record({ retentionDays: pick(1, 3_660) }, { requiredKeys: [] }),
    teams: fc.uniqueArray(team, { selector: ({ id }) => id, maxLength: 2 }),
  },
  { requiredKeys: ['pbx'] },
)

interface Change {
  readonly at: number
  readonly type: 'put' | 'drop' | 'add'
  readonly key: string
  readonly value: unknown
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 1_000 }),
  type: pick('put', 'drop', 'add'),
  key: pick(
    '__proto__',
    'constructor',
    'ID',
    'teams',
    'a.b[0]',
    '',
    '\ud800',
    'hasOwnProperty',
    'name',
  ),
  value: oddJson,
})

/** Any JSON value, most of them nearly a config. */
export const oddConfig: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.tuple(usualConfig, fc.array(change, { maxLength: 3 })).map(changed), weight: 8 },
  { arbitrary: oddJson, weight: 1 },
)

/** Through JSON, since that is how a key called `__proto__` gets into an object. */
function changed([config, changes]: [object, readonly Change[]]): unknown {
  return changes.reduce<unknown>((value, one) => {
    let place = one.at % (1 + countNodes(value))
    return JSON.parse(
      JSON.stringify(value, (key: string, node: unknown) => {
        if (place-- !== 0 || key === '') return node
        if (one.type === 'drop') return undefined
        if (one.type === 'put' || !isKeyed(node)) return one.value
        return { ...node, [`#${one.key}`]: one.value }
      }).replace(/"#/g, '"'),
    ) as unknown
  }, config)
}

function isKeyed(node: unknown): node is object {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

function countNodes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, child) => sum + countNodes(child), 1)
}
