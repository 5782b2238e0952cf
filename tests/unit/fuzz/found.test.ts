import { expect, test } from 'vitest'
import * as v from 'valibot'
import { buildFrom } from '@/app/records/buildCentre.ts'
import { createOutbox } from '@/app/records/outbox.ts'
import { readServerEvent } from '@/app/serverLink/readServerEvent.ts'
import { takeKeyFromUrl } from '@/app/takeKeyFromUrl.ts'
import { callRecordSchema } from '@/contract/callBodies.ts'
import { parseConfig } from '@/contract/config.ts'
import { createCentre } from '@/domain/centre.ts'
import { createOddities } from '@/pbx/ozeki/oddities.ts'
import { readDirectory } from '@/pbx/ozeki/directoryReader.ts'
import { entriesOf } from '@/pbx/ozeki/foreign.ts'
import { sentenceFor } from '@/pbx/ozeki/http/statusCode.ts'
import { readSession } from '@/pbx/ozeki/sessionReader.ts'
import { checkConfig } from '@/server/config/checkConfig.ts'
import { ConfigError } from '@/server/config/configError.ts'
import { readConfig } from '@/server/configFile.ts'
import { nextSteps } from '@/server/records/lists/watchedList.ts'
import { midnight, settings, story } from '../../support/centre.ts'
import { makeOdd } from '../../support/fuzz/oddValues.ts'
import { active, roles } from '../server/records/historyBuilder.ts'
import { abandoned, call, step, ten } from '../server/records/recordBuilder.ts'

const pbx = { address: '192.0.2.10' }
const longId = 'x'.repeat(200)

test('a number that every object inherits is no code for going away', () => {
  expect(story().open(10, 'a', '1001>constructor').close(20, 'a').state('1001')).toMatch(
    /^available/,
  )
})

test('a code of the PBX that every object inherits gets the sentence of an unknown one', () => {
  expect(sentenceFor('constructor', '')).toBe(
    'The PBX could not do what it was asked. (code constructor)',
  )
})

test('the longest id that the driver lets through can be reported', () => {
  const { centre } = story().open(10, longId, `${longId}>5000`).to(20, longId, 'CallerHungUp')
  const records = [...centre.calls()].map((each) => centre.recordOf(each))
  expect(records.map((record) => v.is(callRecordSchema, record))).toEqual([true])
})

test('a call that the server must refuse keeps no other one back, and its time is not claimed', () => {
  const told = story().open(0, 'first', '0155>5000').open(0, 'other', '0156>5000')
  for (let session = 0; session < 100; session++) {
    told
      .open(1, `more ${session}`, '0155>1001', { masterId: 'first' })
      .to(2, `more ${session}`, 'NotAnswered')
  }
  told.to(3, 'first', 'CallerHungUp').to(4, 'other', 'CallerHungUp').until(60)
  const outbox = createOutbox()
  outbox.collect(told.centre, midnight + 60_000)
  const report = outbox.next()
  expect(report?.calls.map(({ id }) => id)).toEqual(['other'])
  expect(report?.covered).toEqual([[midnight + 3_000, midnight + 60_000]])
})

test('a report is never longer than what the server takes', () => {
  const told = story()
  for (let caller = 0; caller < 100; caller++) {
    const id = `${caller} ${'\u20ac'.repeat(190)}`
    const parties = (queue: string): string => `${id}>${queue}`
    told.open(caller, id, parties('5000') as `${string}>${string}`)
    for (let move = 0; move < 30; move++)
      told.change(caller, id, { callee: `${move}${longId}`.slice(0, 200) })
    told.to(caller, id, 'CallerHungUp')
  }
  const outbox = createOutbox()
  outbox.collect(told.until(200).centre, midnight + 200_000)
  const sizes: number[] = []
  for (let report = outbox.next(); report !== undefined; report = outbox.next()) {
    sizes.push(Buffer.byteLength(JSON.stringify(report)))
    outbox.stored(report)
  }
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.max(...sizes)).toBeLessThan(1024 * 1024)
})

test.each(['endlessMap', 'endlessSet', 'oddIterator', 'sparse'] as const)(
  'a list without end comes to an end: %s',
  (name) => {
    expect(entriesOf(makeOdd(name)).length).toBeLessThanOrEqual(10_000)
  },
)

test('a list whose own methods hand back nonsense is read without them', () => {
  expect(entriesOf(makeOdd('oddSlice'))).toEqual([{ key: '', value: 1 }])
  const helper = { getExtensions: () => makeOdd('oddSlice') }
  expect(
    readDirectory(
      helper,
      new Map(),
      createOddities(() => undefined),
    ),
  ).toHaveLength(1)
})

test('a number of three hundred digits is cut like any other text', () => {
  const facts = readSession({ sessionId: 'a', callerDisplayName: 10n ** 300n })
  expect(facts?.callerName).toHaveLength(200)
})

test.each(['256.1.1.1', '[:::]', 'xn--a', '1.2.3.09'])(
  'a host that no URL can hold is no address of a PBX: %s',
  (address) => {
    expect(parseConfig({ pbx: { address } }).problems).toMatchObject([
      { path: 'pbx.address', code: 'host' },
    ])
  },
)

test.each(['015', '9'.repeat(100)])('what JSON could not hold is not suggested: %s', (text) => {
  const [problem] = checkConfig({ pbx, wrapUpSeconds: text }).problems ?? []
  expect(problem).toMatchObject({ path: 'wrapUpSeconds' })
  expect(problem?.suggestion).toBeUndefined()
})

test('a config with ten thousand mistakes is answered by the first of them', () => {
  const text = JSON.stringify({ pbx, frameAncestors: Array(10_000).fill(7) }, null, 1)
  expect(() => readConfig(text, 'wall.json')).toThrow(ConfigError)
  expect(() => readConfig(text, 'wall.json')).toThrow(/and 9950 more/)
})

test('two teams may share an agent of ten thousand extensions', () => {
  const agents = [{ extensions: ['10001-20000'] }]
  const teams = [
    { id: 'one', agents },
    { id: 'two', agents },
  ]
  expect(checkConfig({ pbx, teams }).problems).toBeUndefined()
})

test('a call cannot have been answered before it began, however long the PBX says that it talks', () => {
  const begunAt = ten + 5_000
  const before = active('a', 5, '12345678>1001', 'Ringing')
  const row = active('a', 5, '12345678>1001', 'InCall', 900_000_000)
  expect(nextSteps(before, row, ten + 10_000, begunAt, roles)).toMatchObject([
    { at: begunAt, state: 'InCall' },
  ])
})

test.each([
  ['out of the order of time', [step(30, 'InCall'), step(20, 'CallerHungUp')]],
  ['a month away', [step(0, 'InCall'), step(30 * 86_400, 'CallerHungUp')]],
  ['in no year', [step(0, 'InCall'), step(1e300, 'CallerHungUp')]],
])('a record with steps %s is refused', (_what, steps) => {
  expect(v.is(callRecordSchema, call('a', { steps }))).toBe(false)
})

test('a stored call that has not happened yet does not take the wall into its day', async () => {
  const future = abandoned('later', 3 * 86_400)
  const stored = { revision: 1, covered: [], counted: [], records: [abandoned('a'), future] }
  const build = buildFrom(
    stored,
    settings(),
    () => Promise.resolve(),
    () => 0,
  )
  const now = ten + 60_000
  const centre = await build(createCentre(settings(), now), [], now)
  centre.advance(now)
  expect(centre.dayStart()).toBeLessThan(now)
  expect(centre.figures('queue:5000').abandoned).toBe(1)
})

test.each(['{"now":1e999,"speed":1}', '{"now":0,"speed":-1}', '{"now":8e15,"speed":1e300}'])(
  'a clock that no day can show is not taken: %s',
  (data) => {
    expect(readServerEvent('clock', data)).toBeUndefined()
  },
)

test('a key that came with two fragments leaves the address bar whole', () => {
  const shown: unknown[] = []
  const location = { pathname: '/', search: '', hash: '#key=x&a=1#key=x' }
  const history = { state: null, replaceState: (...told: unknown[]) => shown.push(told[2]) }
  expect(takeKeyFromUrl(location, history)).toBe('x')
  expect(shown).toEqual(['/'])
})
