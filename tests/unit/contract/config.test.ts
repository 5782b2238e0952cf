import { expect, test } from 'vitest'
import { parseConfig } from '@/contract/config.ts'
import type { Config } from '@/contract/config.ts'
import { settingsOf, teamOf } from '@/contract/siteOf.ts'
import { wallConfigOf } from '@/contract/wallConfig.ts'

const pbx = { address: '192.0.2.10' }

/** The config of `value` beside an address. Throws when it is not valid. */
function config(value: object = {}): Config {
  const result = parseConfig({ pbx, ...value })
  if (result.config === undefined) throw new Error(JSON.stringify(result.problems))
  return result.config
}

const problems = (value: unknown): string[] =>
  (parseConfig(value).problems ?? []).map(
    ({ path, found, expected }) => `${path}: ${found}, not ${expected}`,
  )

test('an address alone is a config, and everything else is as the design says', () => {
  expect(config()).toEqual({
    site: {
      name: 'Call centre',
      timeZone: 'UTC',
      dayStartsAt: '00:00',
      language: 'en',
      openingHours: {},
    },
    pbx: {
      kind: 'ozeki',
      address: '192.0.2.10',
      services: [],
      tokenLifetimeSeconds: 86_400,
      pollSeconds: 5,
      clientName: '{team} wall',
      csp: 'tolerant',
    },
    serviceLevel: {
      answerWithinSeconds: 20,
      target: 0.8,
      shortAbandonSeconds: 5,
      formula: 'offered',
    },
    wrapUpSeconds: 0,
    presence: { away: {}, back: [], notSeen: true },
    privacy: { mask: 'last3', place: 'floor', allowSupervisorPlace: false, storeMasked: false },
    screen: {
      diagonalInches: null,
      viewingDistanceMetres: null,
      wakeLock: true,
      sortTiles: 'state',
    },
    alerts: {
      quietHours: [],
      hysteresisSeconds: 10,
      stateSeconds: { hold: [60, 180], wrapup: [60, 120], ringing: [15, 25] },
    },
    records: { file: 'callwall.db', retentionDays: 62 },
    frameAncestors: [],
    teams: [],
  })
})

test('a config that has been read can be read again, as walls do', () => {
  const read = config({ teams: [{ id: 'support', extensions: ['1001-1003'] }] })
  expect(parseConfig(JSON.parse(JSON.stringify(read))).config).toEqual(read)
})

test.each([
  [undefined, 'the whole file: nothing, not a value'],
  ['text', 'the whole file: "text", not Object'],
  [{}, 'pbx: nothing, not a value'],
  [{ pbx: {} }, 'pbx.address: nothing, not a value'],
  [{ pbx: { address: 5 } }, 'pbx.address: 5, not string'],
  [
    { pbx: { address: 'http://pbx:7777' } },
    'pbx.address: "http://pbx:7777", not a host name or IP address without port',
  ],
  [
    { pbx: { ...pbx, scriptUrl: 'javascript:alert(1)' } },
    'pbx.scriptUrl: "javascript:alert(1)", not an address that begins with http:// or https://',
  ],
  [{ pbx, colour: 'red' }, 'colour: an unknown key, not no such key'],
  [{ pbx, site: { zone: 'x' } }, 'site.zone: an unknown key, not no such key'],
  [
    { pbx, site: { timeZone: 'Nowhere' } },
    'site.timeZone: "Nowhere", not an IANA time zone, like "Europe/Budapest"',
  ],
  [
    { pbx, site: { dayStartsAt: '07:15' } },
    'site.dayStartsAt: "07:15", not a time on a whole half-hour, like "07:30"',
  ],
  [
    { pbx, site: { openingHours: { 'monday-friday': ['08:00-18:00'] } } },
    'site.openingHours.monday-friday: "monday-friday", not days like "mon-fri" or "sat,sun"',
  ],
  [
    { pbx, alerts: { quietHours: ['99:00-99:99'] } },
    'alerts.quietHours[0]: "99:00-99:99", not hours like "08:00-18:00"',
  ],
  [
    { pbx, site: { openingHours: { mon: ['8-18'] } } },
    'site.openingHours.mon[0]: "8-18", not hours like "08:00-18:00"',
  ],
  [{ pbx, serviceLevel: { target: 80 } }, 'serviceLevel.target: 80, not <=1'],
  [
    { pbx, serviceLevel: { formula: 'best' } },
    'serviceLevel.formula: "best", not ("offered" | "answered" | "positive")',
  ],
  [{ pbx, records: { retentionDays: 1.5 } }, 'records.retentionDays: 1.5, not a whole number'],
  [{ pbx, teams: [{ id: 'a b' }] }, 'teams[0].id: "a b", not letters, digits, - or _, for the URL'],
  [
    { pbx, teams: [{ id: 'a', queues: ['1020-1001'] }] },
    'teams[0].queues: ["1020-1001"], not “1020-1001” runs backwards; write extensions like "1001" or ranges like "1001-1020"',
  ],
  [
    { pbx, teams: [{ id: 'a', agents: [{ extensions: [] }] }] },
    'teams[0].agents[0].extensions: [], not at least one extension',
  ],
  [
    { pbx, teams: [{ id: 'a', thresholds: { offered: [1] } }] },
    'teams[0].thresholds.offered[1]: nothing, not number',
  ],
  [
    { pbx, teams: [{ id: 'a' }, { id: 'a' }] },
    'teams: [{"id":"a","queues":[],"extensions":[],"agents":[],"thresholds":{}},{"id":"a","q…, not an id of its own for each team',
  ],
])('%j is answered by one problem with path, found and expected', (value, problem) => {
  expect(problems(value)).toEqual([problem])
})

test('all problems are told at once', () => {
  const wrong = { pbx: { adress: 'x' }, site: { timeZone: 'Nowhere' }, wrapUpSeconds: -1 }
  expect(problems(wrong).map((problem) => problem.split(':')[0])).toEqual([
    'site.timeZone',
    'pbx.address',
    'pbx.adress',
    'wrapUpSeconds',
  ])
})

test('a password that somebody wrote into the config is not repeated', () => {
  expect(problems({ pbx: { ...pbx, password: 'geheim' } }).join()).not.toContain('geheim')
})

test('a wall gets nothing of the server’s own affairs', () => {
  const full = config({
    pbx: { ...pbx, httpApiUrl: 'http://192.0.2.99:7780/' },
    records: { file: '/srv/secret.db' },
    frameAncestors: ['https://intranet.example'],
  })
  const text = JSON.stringify(wallConfigOf(full))
  for (const hidden of ['192.0.2.99', 'secret.db', 'intranet']) expect(text).not.toContain(hidden)
})

test('a team has its named agents first, and a seat for every other extension of its ranges', () => {
  const [team] = config({
    teams: [
      {
        id: 'support',
        queues: ['1003'],
        extensions: ['1001-1004'],
        agents: [{ name: 'Ana', extensions: ['1002', '6001'] }],
      },
    ],
  }).teams
  expect(teamOf(team!)).toEqual({
    id: 'support',
    name: 'support',
    queues: ['1003'],
    agents: [
      { id: '1002', name: 'Ana', extensions: ['1002', '6001'] },
      { id: '1001', name: '', extensions: ['1001'] },
      { id: '1004', name: '', extensions: ['1004'] },
    ],
  })
})

test('the domain gets its times in ms and the start of the day in minutes', () => {
  const settings = settingsOf(
    config({
      site: { dayStartsAt: '06:30' },
      wrapUpSeconds: 30,
      pbx: { ...pbx, services: ['900-901'] },
    }),
  )
  expect(settings).toMatchObject({
    dayStartsAtMinutes: 390,
    wrapUpMs: 30_000,
    services: ['900', '901'],
    serviceLevel: { answerWithinMs: 20_000, shortAbandonMs: 5_000 },
  })
})
