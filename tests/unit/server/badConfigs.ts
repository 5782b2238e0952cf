/** One way to get a config wrong: what it is called, the text of the file, and what the administrator must be told. */
export type BadConfig = readonly [what: string, text: string, told: readonly RegExp[]]

const base = { pbx: { address: '192.0.2.10' } }
const config = (more: object): string => JSON.stringify({ ...base, ...more })
const pbx = (more: object): string => JSON.stringify({ pbx: { ...base.pbx, ...more } })
const teams = (...list: readonly object[]): string => config({ teams: list })
const agents = (...list: readonly object[]): string => teams({ id: 'support', agents: list })
const hours = (openingHours: object): string => config({ site: { openingHours } })

export const badConfigs: readonly BadConfig[] = [
  // Wrong type.
  [
    'a number for an address',
    '{ "pbx": { "address": 5 } }',
    [/pbx\.address: found 5.*text.*"5"\?$/],
  ],
  [
    'text for a number',
    config({ wrapUpSeconds: '15' }),
    [/wrapUpSeconds: found "15".*a number; did you mean 15\?/],
  ],
  [
    'a list for an object',
    config({ privacy: [] }),
    [/privacy: found \[\], expected keys and values in \{ \}/],
  ],
  ['a full list for an object', config({ site: [{ name: 'x' }] }), [/site: found \[…\]/]],
  [
    'an object for a list',
    config({ teams: { support: {} } }),
    [/teams: found \{…\}, expected a list/],
  ],
  ['text for a truth', config({ screen: { wakeLock: 'True' } }), [/wakeLock.*did you mean true\?/]],
  [
    'a number for an extension',
    teams({ id: 'a', queues: [5000] }),
    [/teams\[0\]\.queues\[0\].*did you mean "5000"\?/],
  ],
  ['text for the whole file', '"wall"', [/the whole file: found "wall"/]],
  // Unknown key.
  [
    'a key with a letter swapped',
    config({ taems: [] }),
    [/taems: there is no such key; did you mean "teams"\?/],
  ],
  ['a key of another place', config({ csp: 'strict' }), [/csp: .*did you mean "pbx\.csp"\?/]],
  ['a key of nowhere', config({ xylophone: 1 }), [/xylophone: there is no such key$/]],
  [
    'a key in a team',
    teams({ id: 'a', queue: ['5000'] }),
    [/teams\[0\]\.queue: .*did you mean "queues"\?/],
  ],
  [
    'a figure that is none',
    teams({ id: 'a', thresholds: { waitingCall: [1, 2] } }),
    [/thresholds\.waitingCall: .*did you mean "waitingCalls"\?/],
  ],
  [
    'a state that is none',
    config({ alerts: { stateSeconds: { onhold: [1, 2] } } }),
    [/stateSeconds\.onhold: .*talking, hold, ringing.*/],
  ],
  [
    'a word that is near another',
    config({ privacy: { mask: 'last-3' } }),
    [/privacy\.mask.*"none", "last3", "all".*did you mean "last3"\?/],
  ],
  // Bad range.
  [
    'a range that runs backwards',
    teams({ id: 'a', extensions: ['1020-1001'] }),
    [/teams\[0\]\.extensions\[0\]: found "1020-1001", expected a range that counts up/],
  ],
  [
    'a range of a million',
    teams({ id: 'a', extensions: ['1-1000000'] }),
    [/at most 10000 extensions/],
  ],
  [
    'a range with a hole',
    teams({ id: 'a', extensions: ['1001--1005'] }),
    [/expected extensions like "1001"/],
  ],
  [
    'a share in percent',
    config({ serviceLevel: { target: 80 } }),
    [/serviceLevel\.target: found 80, expected 1 or less/],
  ],
  [
    'a threshold in percent',
    teams({ id: 'a', thresholds: { serviceLevel: [80, 60] } }),
    [/shares from 0 to 1, like 0\.8/],
  ],
  [
    'an alarm before the warning',
    teams({ id: 'a', thresholds: { waitingCalls: [5, 2] } }),
    [/waitingCalls: found \[5, 2\].*\[2, 5\]/],
  ],
  [
    'a service level that warns after its alarm',
    teams({ id: 'a', thresholds: { serviceLevel: [0.6, 0.8] } }),
    [/serviceLevel: found \[0\.6, 0\.8\].*\[0\.8, 0\.6\]/],
  ],
  [
    'a state that alarms before it warns',
    config({ alerts: { stateSeconds: { hold: [180, 60] } } }),
    [/stateSeconds\.hold: found \[180, 60\].*\[60, 180\]/],
  ],
  [
    'one threshold of two',
    teams({ id: 'a', thresholds: { waitingCalls: [2] } }),
    [/waitingCalls\[1\]: is missing/],
  ],
  [
    'a number beyond all bounds',
    '{ "pbx": { "address": "a", "pollSeconds": 1e999 } }',
    [/pbx\.pollSeconds: .*3600 or less/],
  ],
  [
    'a day that starts at a quarter',
    config({ site: { dayStartsAt: '07:15' } }),
    [/dayStartsAt: found "07:15".*half-hour/],
  ],
  // Overlap.
  [
    'an extension of two agents',
    agents({ name: 'Ana', extensions: ['1001', '6001'] }, { extensions: ['6001'] }),
    [/agents\[1\]\.extensions: found 6001 of teams\[0\]\.agents\[0\] \(Ana\)/],
  ],
  [
    'an agent who is a queue',
    teams({ id: 'a', queues: ['5000'], agents: [{ extensions: ['5000'] }] }),
    [/agents\[0\]\.extensions: found 5000 of the queues of team "a"/],
  ],
  [
    'a seat that is a queue of another team',
    teams({ id: 'a', extensions: ['1001-1003'] }, { id: 'b', queues: ['1002'] }),
    [/teams\[0\]\.extensions: found 1002 of the queues of team "b"/],
  ],
  [
    'a seat that is a service',
    JSON.stringify({
      pbx: { ...base.pbx, services: ['1000-1009'] },
      teams: [{ id: 'a', extensions: ['1001-1020'] }],
    }),
    [/teams\[0\]\.extensions: found 1001, 1002, 1003, 1004, 1005 and 4 more of pbx\.services/],
  ],
  [
    'a queue that is a service',
    JSON.stringify({
      pbx: { ...base.pbx, services: ['5000'] },
      teams: [{ id: 'a', queues: ['5000'] }],
    }),
    [/teams\[0\]\.queues: found 5000 of pbx\.services/],
  ],
  [
    'one phone of two different agents',
    teams(
      { id: 'a', agents: [{ name: 'Ana', extensions: ['1001', '6001'] }] },
      { id: 'b', extensions: ['1001'] },
    ),
    [
      /teams\[1\]\.extensions: found \[1001\], while team "a" has Ana \[1001, 6001\], expected the same/,
    ],
  ],
  [
    'hours that overlap',
    hours({ mon: ['08:00-12:00', '11:00-18:00'] }),
    [/openingHours\.mon\[1\]: found "11:00-18:00", which overlaps "08:00-12:00" of mon\[0\]/],
  ],
  [
    'hours of two keys that overlap',
    hours({ 'mon-fri': ['08:00-18:00'], wed: ['10:00-11:00'] }),
    [/openingHours\.wed\[0\]: .*overlaps "08:00-18:00" of mon-fri\[0\]/],
  ],
  [
    'a night that reaches into the morning',
    hours({ sun: ['22:00-06:00'], mon: ['05:00-12:00'] }),
    [/openingHours\.mon\[0\]: .*overlaps "22:00-06:00" of sun\[0\]/],
  ],
  // Duplicate.
  [
    'two teams of one id',
    teams({ id: 'support' }, { id: 'support' }),
    [/teams\[1\]\.id: found "support", expected an id that no other team has/],
  ],
  [
    'a key that is written twice',
    '{ "pbx": { "address": "a", "address": "b" } }',
    [/pbx\.address: found the same key twice/],
  ],
  // Unknown zone, and other words that must exist.
  [
    'a zone that is none',
    config({ site: { timeZone: 'Europe/Budapestt' } }),
    [/site\.timeZone: found "Europe\/Budapestt", expected an IANA time zone/],
  ],
  [
    'a language nobody translated',
    config({ site: { language: 'fr' } }),
    [/site\.language: found "fr", expected "en", "hu", "de", "ar"/],
  ],
  [
    'an address with scheme and port',
    pbx({ address: 'http://192.0.2.11:7777/' }),
    [/pbx\.address: .*without port; did you mean "192\.0\.2\.11"\?/],
  ],
  [
    'an address with a port',
    pbx({ address: 'pbx.example:7779' }),
    [/did you mean "pbx\.example"\?/],
  ],
  [
    'a password in an address',
    pbx({ scriptUrl: 'http://wall:geheim@192.0.2.10/x' }),
    [/pbx\.scriptUrl: found a user or a password/],
  ],
  [
    'a password for the HTTP API',
    pbx({ httpApiUrl: 'http://wall:geheim@192.0.2.10/' }),
    [/pbx\.httpApiUrl: .*OZEKI_HTTP_PASSWORD/],
  ],
  [
    'a frame ancestor with a path',
    config({ frameAncestors: ['https://a.example/x'] }),
    [/frameAncestors\[0\].*an origin/],
  ],
]
