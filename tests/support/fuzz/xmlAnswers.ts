import fc from 'fast-check'
import type { Mutation } from './mutations.ts'
import { mutate, mutations } from './mutations.ts'

/** An answer of the PBX's HTTP API, right or wrong. */
export interface OddAnswer {
  readonly xml: string
  readonly mutations: readonly Mutation[]
  readonly encoding: 'utf8' | 'utf16' | 'latin1' | 'mark'
  readonly status: number
}

const lines = '&lol;'.repeat(10)
const laughs = `<!DOCTYPE r [<!ENTITY lol "lol"><!ENTITY lol2 "${lines}"><!ENTITY lol3 "${lines.replace(/lol/g, 'lol2')}">]>`

const snippets = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '&',
    '&amp;',
    '&lt;',
    '&#0;',
    '&#x110000;',
    '&nope;',
    ']]>',
    '<![CDATA[',
  ],
  ...[
    '<!--',
    '-->',
    '<?xml version="1.0" encoding="utf-16"?>',
    laughs,
    '<!DOCTYPE r SYSTEM "file:///etc/passwd">',
  ],
  ...[
    '<Code>200</Code>',
    '<Code>305</Code>',
    '<Code>constructor</Code>',
    '<CallId>a</CallId>',
    '<Response>',
  ],
  ...[
    '<__proto__>x</__proto__>',
    '<a>'.repeat(500),
    '\0',
    '\ud800',
    '&lol3;',
    ' '.repeat(300),
    'x'.repeat(300),
  ],
  ...[
    '1e999',
    '-1',
    '99999999999999999999',
    '<CallId><CallId>b</CallId></CallId>',
    '<TotalRecords>9</TotalRecords>',
  ],
]

const word = (...usual: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...usual), weight: 8 },
    {
      arbitrary: fc.constantFrom(
        '',
        'x'.repeat(300),
        '&lt;b&gt;',
        '999999',
        '-5',
        '\u202e',
        'constructor',
      ),
      weight: 1,
    },
  )

const stamps = [
  ...['2026-11-23 10:00:30', '2026-11-23 09:59:00', '2026-11-23T10:00:59', '2026-11-23T09:00:00Z'],
  ...['2026-02-30 00:00:00', '0001-01-01T00:00:00', '9999-12-31 23:59:59', '2026-11-22 23:00:00'],
]
const states = [
  'Ringing',
  'InCall',
  'Hold',
  'Busy',
  'Completed',
  'CallerHungUp',
  'CalleeHangUp',
  'Transferred',
  'Cancelled',
  'Dancing',
]
const durations = [
  '0',
  '29',
  '12.5',
  '00:00:30',
  '1.00:00:00',
  '999999999',
  '999999.99:59:59',
  'soon',
]

const call = fc
  .record({
    name: fc.constantFrom('Call', 'CallInfo'),
    id: word('a', 'b', 'c', 'd', 'e', 'f'),
    state: word(...states),
    source: word('line1', '1001', '5000', '12345678', '50'),
    destination: word('5000', '1001', '1002', 'line1', '50'),
    callerId: word('12345678', '87654321', '', 'Ana'),
    dialed: word('5000', '', '1001'),
    start: word(...stamps),
    ring: word(...durations),
    talk: word(...durations),
    direction: word('Inbound', 'Outbound', 'Internal'),
  })
  .map(
    (one) =>
      `<${one.name}><CallId>${one.id}</CallId><CallState>${one.state}</CallState><Source>${one.source}</Source>` +
      `<Destination>${one.destination}</Destination><CallerId>${one.callerId}</CallerId><Dialed>${one.dialed}</Dialed>` +
      `<StartTime>${one.start}</StartTime><RingDuration>${one.ring}</RingDuration>` +
      `<TalkDuration>${one.talk}</TalkDuration><Direction>${one.direction}</Direction></${one.name}>`,
  )

const extension = fc
  .record({ id: word('1001', '1002@localhost', '5000', '50'), type: word('SIP', 'Queue', 'Phone') })
  .map(
    ({ id, type }) =>
      `<ExtensionSummary><Id>${id}</Id><PhoneNumber>${id}</PhoneNumber><Type>${type}</Type></ExtensionSummary>`,
  )

const listOf = (item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(item, { maxLength: 6 }).map((items) => items.join(''))
const inside = fc.oneof(
  { arbitrary: listOf(call).map((calls) => `<Calls>${calls}</Calls>`), weight: 5 },
  { arbitrary: listOf(extension).map((all) => `<Extensions>${all}</Extensions>`), weight: 2 },
  {
    arbitrary: word('abc', 'x y', 'ü').map((text) => `<SecurityToken>${text}</SecurityToken>`),
    weight: 1,
  },
)

/** Right in its form more often than not. */
export const oddAnswer: fc.Arbitrary<OddAnswer> = fc.record({
  xml: fc
    .tuple(word('200', '200', '301', '305'), inside)
    .map(([code, text]) => `<?xml version="1.0"?><Response><Code>${code}</Code>${text}</Response>`),
  mutations: mutations(snippets),
  encoding: fc.oneof(
    { arbitrary: fc.constant('utf8' as const), weight: 6 },
    { arbitrary: fc.constantFrom('utf16', 'latin1', 'mark'), weight: 1 },
  ),
  status: fc.oneof(
    { arbitrary: fc.constant(200), weight: 9 },
    { arbitrary: fc.constantFrom(404, 500, 503), weight: 1 },
  ),
})

/** The answer as it comes over the network. */
export function responseOf({ xml, mutations: all, encoding, status }: OddAnswer): Response {
  const text = mutate(xml, all)
  const bytes = {
    utf8: () => Buffer.from(text),
    utf16: () => Buffer.from(text, 'utf16le'),
    latin1: () => Buffer.from(text, 'latin1'),
    mark: () => Buffer.from(`\ufeff${text}`),
  }
  return new Response(bytes[encoding](), { status })
}
