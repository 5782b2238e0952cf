import { expect, test } from 'vitest'
import { parseConfig } from '@/contract/config.ts'
import type { Config } from '@/contract/config.ts'
import { problemText } from '@/contract/problemText.ts'
import { settingsOf, teamOf } from '@/contract/siteOf.ts'
import { wallConfigOf } from '@/contract/wallConfig.ts'

const pbx = { address: '192.0.2.10' }

/** The config of `value` beside an address. Throws when it is not valid. */
function config(value: object = {}): Config {
  const result = parseConfig({ pbx, ...value })
  if (result.config === undefined) throw new Error(JSON.stringify(result.problems))
  return result.config
}

const problems = (value: unknown): string[] => (parseConfig(value).problems ?? []).map(problemText)

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
  [undefined, 'the whole file: is missing'],
  ['text', 'the whole file: found "text", expected keys and values in { }'],
  [{}, 'pbx: is missing'],
  [{ pbx: {} }, 'pbx.address: is missing'],
  [{ pbx: { address: 5 } }, 'pbx.address: found 5, expected text in quotes'],
  [
    { pbx: { address: 'http://pbx:7777' } },
    'pbx.address: found "http://pbx:7777", expected a host name or IP address without port',
  ],
  [
    { pbx: { ...pbx, scriptUrl: 'javascript:alert(1)' } },
    'pbx.scriptUrl: found "javascript:alert(1)", expected an address that begins with http:// or https://',
  ],
  [{ pbx, colour: 'red' }, 'colour: there is no such key'],
  [{ pbx, site: { zone: 'x' } }, 'site.zone: there is no such key'],
  [
    { pbx, site: { timeZone: 'Nowhere' } },
    'site.timeZone: found "Nowhere", expected an IANA time zone, like "Europe/Budapest"',
  ],
  [
    { pbx, site: { timeZone: '+01:00' } },
    'site.timeZone: found "+01:00", expected an IANA time zone, like "Europe/Budapest"',
  ],
  [
    { pbx, site: { dayStartsAt: '07:15' } },
    'site.dayStartsAt: found "07:15", expected a time on a whole half-hour, like "07:30"',
  ],
  [
    { pbx, site: { openingHours: { 'monday-friday': ['08:00-18:00'] } } },
    'site.openingHours.monday-friday: found "monday-friday", expected days like "mon-fri" or "sat,sun"',
  ],
  [
    { pbx, alerts: { quietHours: ['99:00-99:99'] } },
    'alerts.quietHours[0]: found "99:00-99:99", expected hours like "08:00-18:00"',
  ],
  [
    { pbx, site: { openingHours: { mon: ['8-18'] } } },
    'site.openingHours.mon[0]: found "8-18", expected hours like "08:00-18:00"',
  ],
  [{ pbx, serviceLevel: { target: 80 } }, 'serviceLevel.target: found 80, expected 1 or less'],
  [{ pbx, wrapUpSeconds: -1 }, 'wrapUpSeconds: found -1, expected 0 or more'],
  [{ pbx, privacy: 5 }, 'privacy: found 5, expected keys and values in { }'],
  [{ pbx, teams: {} }, 'teams: found {…}, expected a list in [ ]'],
  [{ pbx, screen: { wakeLock: 'yes' } }, 'screen.wakeLock: found "yes", expected true or false'],
  [
    { pbx, serviceLevel: { formula: 'best' } },
    'serviceLevel.formula: found "best", expected "offered", "answered", "positive"',
  ],
  [
    { pbx, records: { retentionDays: 1.5 } },
    'records.retentionDays: found 1.5, expected a whole number',
  ],
  [{ pbx, site: { name: ' ' } }, 'site.name: found "", expected a text that is not empty'],
  [
    { pbx, site: { name: 'x'.repeat(201) } },
    `site.name: found "${'x'.repeat(79)}…, expected at most 200 characters`,
  ],
  [
    { pbx, teams: [{ id: 'a b' }] },
    'teams[0].id: found "a b", expected letters, digits, - or _, for the URL',
  ],
  [
    { pbx, teams: [{ id: 'a', queues: ['5000', '1020-1001'] }] },
    'teams[0].queues[1]: found "1020-1001", expected a range that counts up, like "1001-1020"',
  ],
  [
    { pbx, teams: [{ id: 'a', queues: [''] }] },
    'teams[0].queues[0]: found "", expected extensions like "1001" or ranges like "1001-1020"',
  ],
  [
    { pbx, teams: [{ id: 'a', extensions: ['1-9000', '10001-19000'] }] },
    'teams[0].extensions: found […], expected at most 10000 extensions',
  ],
  [
    { pbx, teams: [{ id: 'a', agents: [{ extensions: [] }] }] },
    'teams[0].agents[0].extensions: found [], expected at least one extension',
  ],
  [
    { pbx, teams: [{ id: 'a', thresholds: { offered: [1] } }] },
    'teams[0].thresholds.offered[1]: is missing',
  ],
  [
    { pbx, teams: [{ id: 'a', thresholds: { offered: [1, 2, 3] } }] },
    'teams[0].thresholds.offered[2]: found 3, expected two numbers, like [2, 5]',
  ],
  [
    { pbx, teams: [{ id: 'a' }, { id: 'a' }] },
    'teams[1].id: found "a", expected an id that no other team has',
  ],
])('%j is answered by one problem with path, found and expected', (value, problem) => {
  expect(problems(value)).toEqual([problem])
})

test('an editor may be told where the schema of the file is', () => {
  expect(problems({ $schema: './callwall.schema.json', pbx })).toEqual([])
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
  const keys = { ...pbx, password: 'geheim', httpApiUrl: 'ftp://wall:geheim@192.0.2.10/' }
  expect(problems({ pbx: keys })).toHaveLength(2)
  expect(problems({ pbx: keys }).join()).not.toContain('geheim')
})

test('a value that is nested without end is not repeated', () => {
  let deep: unknown = []
  for (let depth = 0; depth < 100_000; depth++) deep = [deep]
  expect(problems({ pbx, wrapUpSeconds: deep })).toEqual([
    'wrapUpSeconds: found […], expected a number',
  ])
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
