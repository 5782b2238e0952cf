import { expect, test } from 'vitest'
import type { Program } from '../../../src/commands/program.ts'
import { replay } from '../../../src/commands/replay.ts'
import type { ConfigInput } from '../../../src/contract/config.ts'
import type { TrafficRow } from '../../../src/emulator/traffic/csv.ts'
import { temporaryFile } from '../../support/commandLine.ts'
import { trafficFile } from '../../support/trafficFile.ts'
import { row, smallConfig } from './replayStage.ts'

type Numbers = Readonly<Record<string, number | null>>

interface Day {
  readonly day: string
  readonly figures: Numbers
  readonly queues: Readonly<Record<string, Numbers>>
  readonly intervals: readonly (Numbers & { readonly start: string; readonly startsAt: string })[]
}

async function run(...args: readonly string[]): Promise<string> {
  const printed: string[] = []
  const program: Program = {
    print: (line) => printed.push(line),
    env: {},
    now: () => 0,
    timeZone: 'UTC',
    ended: Promise.resolve(),
    appDir: '',
    webphoneScriptPath: '',
    version: '0.0.0',
  }
  await replay(args, program)
  return printed.join('\n')
}

async function printed(
  rows: readonly TrafficRow[],
  changes: Partial<ConfigInput> = {},
  ...options: readonly string[]
): Promise<string> {
  const config = await temporaryFile('wall.json', JSON.stringify({ ...smallConfig, ...changes }))
  const traffic = await temporaryFile('calls.csv', trafficFile(rows))
  return run(traffic, '--config', config, ...options)
}

async function daysOf(
  rows: readonly TrafficRow[],
  changes: Partial<ConfigInput> = {},
): Promise<readonly Day[]> {
  return JSON.parse(await printed(rows, changes, '--json')) as Day[]
}

const givenUp = row({ callId: 'c2', answerSeconds: undefined, endSeconds: 32_500, agent: '' })

test('a day is told with its figures, those of each queue and those of each half-hour', async () => {
  const days = await daysOf([row(), givenUp])
  expect(days).toHaveLength(1)
  const [{ day, figures, queues, intervals }] = days as [Day]
  expect(day).toBe('2026-11-20')
  expect(figures).toMatchObject({
    offered: 2,
    answered: 1,
    abandoned: 1,
    serviceLevel: 0.5,
    abandonRate: 0.5,
    averageSpeedOfAnswer: 10,
    averageHandleTime: 50,
    longestWaitToday: 100,
    averageWaitOfAbandoned: 100,
    maxWaiting: 2,
    maxInService: 1,
    maxInProgress: 2,
    agentsAnswering: 1,
    waitingCalls: 0,
    longestWaitNow: null,
    direct: 0,
  })
  expect(Object.keys(queues)).toEqual(['5000'])
  expect(queues['5000']).toMatchObject({ offered: 2, answered: 1, agentsAnswering: null })
  expect(intervals).toHaveLength(48)
  expect(intervals[18]).toMatchObject({
    start: '09:00',
    startsAt: '2026-11-20T09:00:00+01:00',
    offered: 2,
    serviceLevel: 0.5,
  })
  expect(intervals[19]).toMatchObject({ start: '09:30', offered: 0, serviceLevel: null })
})

test('all that a figure can be is a number or null', async () => {
  const [day] = (await daysOf([row()])) as [Day]
  const all = [day.figures, ...Object.values(day.queues), ...day.intervals]
  const values = all.flatMap((figures) => Object.entries(figures))
  const others = values.filter(([, value]) => value !== null && !Number.isFinite(value))
  expect(new Set(others.map(([name]) => name))).toEqual(new Set(['start', 'startsAt']))
  expect(day.intervals[0]).not.toHaveProperty('end')
})

test('a call belongs to the day on which it arrived, also when it is answered and ends on the next', async () => {
  const overMidnight = row({ arriveSeconds: 86_390, answerSeconds: 86_405, endSeconds: 90_000 })
  const [first, second] = await daysOf([overMidnight, row({ day: '2026-11-21' })])
  expect(first!.figures).toMatchObject({ offered: 1, answered: 1, averageServiceTime: 3595 })
  expect(first!.figures).toMatchObject({
    answeredByEvent: 0,
    waitingCalls: 1,
    longestWaitNow: 9.999,
  })
  expect(second!.figures).toMatchObject({ offered: 1, answered: 1, answeredByEvent: 2 })
  expect(second!.figures).toMatchObject({ maxInService: 1, averageServiceTime: 50 })
})

test('days that do not follow each other are counted each by itself', async () => {
  const days = await daysOf([row({ day: '2026-11-25' }), row({ day: '2025-01-02' })])
  expect(days.map(({ day, figures }) => [day, figures['offered']])).toEqual([
    ['2025-01-02', 1],
    ['2026-11-25', 1],
  ])
})

test('the repeated hour of a night in October has its own rows, one that is left out has none', async () => {
  const calls = [row({ day: '2026-03-29' }), row({ day: '2026-10-25', arriveSeconds: 9_000 })]
  const [spring, autumn] = await daysOf(calls)
  expect(spring!.intervals).toHaveLength(46)
  expect(spring!.intervals.some(({ start }) => start === '02:30')).toBe(false)
  expect(autumn!.intervals).toHaveLength(50)
  const twice = autumn!.intervals.filter(({ start }) => start === '02:30')
  expect(twice.map(({ startsAt, offered }) => [startsAt, offered])).toEqual([
    ['2026-10-25T02:30:00+02:00', 1],
    ['2026-10-25T02:30:00+01:00', 0],
  ])
})

test('a file without dates is one day without a name', async () => {
  const days = await daysOf([row({ day: '' })])
  expect(days.map(({ day, figures }) => [day, figures['offered']])).toEqual([['', 1]])
})

test('wrap-up is over before a day is told', async () => {
  const late = row({ arriveSeconds: 86_370, answerSeconds: 86_380, endSeconds: 86_399 })
  const [day] = await daysOf([late], { wrapUpSeconds: 30 })
  expect(day!.figures).toMatchObject({ averageHandleTime: 49, agentsWrapup: 1 })
})

test('who is in no team answers calls, and is no agent', async () => {
  const [day] = await daysOf([row({ agent: '4711' }), row({ agent: '' })])
  expect(day!.figures).toMatchObject({ answered: 2, agentsAnswering: 0 })
})

test('a withheld number is a caller like any other', async () => {
  const calls = [row({ caller: '' }), { ...givenUp, caller: '' }]
  const [day] = await daysOf(calls)
  expect(day!.figures).toMatchObject({ offered: 2, answered: 1, abandoned: 1 })
})

test('without --json the figures are a table', async () => {
  const text = await printed([row(), givenUp])
  expect(text).toMatch(/^2026-11-20$/m)
  expect(text).toMatch(/^all +2 +1 +1 +0 +0 +50\.0 +50\.0 +10\.0 +100 +50\.0 +2 +1 +2 +1$/m)
  expect(text.match(/^\d\d:\d\d .*$/gm)).toHaveLength(1)
})

test.each([
  [[], 'callwall replay needs one traffic file: replay FILE.csv'],
  [
    ['a.csv', 'b.csv', '--config', 'wall.json'],
    'callwall replay needs one traffic file: replay FILE.csv',
  ],
  [['a.csv'], 'callwall replay needs a config file: --config FILE'],
  [
    ['a.csv', '--config', 'none.json'],
    'The config file none.json cannot be read: there is no such file.',
  ],
])('callwall replay %j is refused: %s', async (args, sentence) => {
  await expect(run(...args)).rejects.toThrow(sentence)
})
