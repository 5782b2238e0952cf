import { expect, test, vi } from 'vitest'
import type { ActiveCall } from '@/pbx/ozeki/http/listActiveCalls.ts'
import { CommandRefused } from '@/pbx/ozeki/http/commandRefused.ts'
import { PbxError } from '@/pbx/pbxError.ts'
import { activeEvent } from '@/server/activeEvent.ts'
import { pollActiveCalls } from '@/server/pollActiveCalls.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import type { ManualTimers } from '../../support/manualTimers.ts'
import { configOf } from './serverStage.ts'

const call = (more: Partial<ActiveCall> = {}): ActiveCall => ({
  id: 'c1',
  state: 'InCall',
  source: '+36301234567',
  destination: '1001',
  callerId: 'John Smith',
  dialed: '5000',
  startedAt: 1_000,
  ringMs: 2_000,
  talkMs: 3_000,
  ...more,
})

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

interface Poll {
  readonly time: ManualTimers
  readonly heard: (readonly ActiveCall[])[]
  readonly outcomes: [error: unknown, failures: number][]
  readonly stop: () => void
  /** Lets time pass and what it sets off come to an end. */
  readonly pass: (ms: number) => Promise<void>
}

function poll(ask: () => Promise<readonly ActiveCall[] | undefined>): Poll {
  const time = createManualTimers()
  const heard: (readonly ActiveCall[])[] = []
  const outcomes: [unknown, number][] = []
  const stop = pollActiveCalls({
    ask,
    pollSeconds: () => 5,
    timers: time,
    onCalls: (calls) => heard.push(calls),
    onOutcome: (error, failures) => outcomes.push([error, failures]),
  })
  const pass = async (ms: number): Promise<void> => {
    time.pass(ms)
    await settle()
  }
  return { time, heard, outcomes, stop, pass }
}

test('the PBX is asked at once and then every five seconds', async () => {
  const ask = vi.fn(() => Promise.resolve([call()]))
  const { heard, pass } = poll(ask)
  await settle()
  for (let round = 0; round < 3; round++) await pass(5_000)
  expect(ask).toHaveBeenCalledTimes(4)
  expect(heard).toHaveLength(4)
})

test('a question never begins before the last one has its answer', async () => {
  let answer: (calls: readonly ActiveCall[]) => void = () => undefined
  const ask = vi.fn(
    () =>
      new Promise<readonly ActiveCall[]>((resolve) => {
        answer = resolve
      }),
  )
  const { pass } = poll(ask)
  await pass(60_000)
  expect(ask).toHaveBeenCalledTimes(1)
  answer([])
  await settle()
  await pass(5_000)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('failures make the pauses longer, up to a minute, and a success ends that', async () => {
  let isWell = false
  const ask = vi.fn(() =>
    isWell ? Promise.resolve([]) : Promise.reject(new PbxError('failed', 'It sleeps.')),
  )
  const { outcomes, pass } = poll(ask)
  await settle()
  for (const pause of [10_000, 20_000, 40_000, 60_000, 60_000]) {
    const before = ask.mock.calls.length
    await pass(pause - 1)
    expect(ask).toHaveBeenCalledTimes(before)
    await pass(1)
    expect(ask).toHaveBeenCalledTimes(before + 1)
  }
  expect(outcomes.map(([, failures]) => failures)).toEqual([1, 2, 3, 4, 5, 6])
  isWell = true
  await pass(60_000)
  await pass(5_000)
  expect(outcomes.slice(-2)).toEqual([
    [undefined, 0],
    [undefined, 0],
  ])
})

test.each([
  ['a wrong password', new CommandRefused('305', '')],
  ['an unknown command', new CommandRefused('301', '')],
])('%s is tried again every ten minutes at the most', async (_what, error) => {
  const ask = vi.fn(() => Promise.reject(error))
  const { pass } = poll(ask)
  await settle()
  for (let round = 0; round < 10; round++) await pass(600_000)
  const before = ask.mock.calls.length
  await pass(599_999)
  expect(ask).toHaveBeenCalledTimes(before)
  await pass(1)
  expect(ask).toHaveBeenCalledTimes(before + 1)
})

test('without an HTTP API nobody is told anything, and a later config may bring one', async () => {
  const ask = vi.fn(() => Promise.resolve<readonly ActiveCall[] | undefined>(undefined))
  const { heard, outcomes, pass } = poll(ask)
  await pass(5_000)
  expect([heard, outcomes]).toEqual([[], []])
  ask.mockResolvedValue([])
  await pass(5_000)
  expect(heard).toEqual([[]])
})

test('after the end nothing is asked or told', async () => {
  let answer: (calls: readonly ActiveCall[]) => void = () => undefined
  const { heard, time, stop } = poll(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  stop()
  answer([call()])
  await settle()
  expect([heard.length, time.pending()]).toEqual([0, 0])
})

test('walls get outside numbers masked as the config says, and no names', () => {
  const config = configOf({
    pbx: { address: '192.0.2.10', services: ['50'] },
    teams: [
      {
        id: 'a',
        queues: ['5000'],
        extensions: ['1001-1003'],
        agents: [{ name: 'Ana', extensions: ['6001'] }],
      },
    ],
  })
  const calls = ['50', '5000', '1002', '6001', '9999'].map((destination) => call({ destination }))
  const event = activeEvent(config, new Set(), calls, 7)
  expect(event.at).toBe(7)
  expect(event.calls[0]).toEqual({
    ...{ id: 'c1', source: '+36301234•••', destination: '50', state: 'InCall', startedAt: 1_000 },
  })
  expect(event.calls.map(({ destination }) => destination)).toEqual([
    ...['50', '5000', '1002', '6001', '9•••'],
  ])
  const open = configOf({ privacy: { mask: 'all' } })
  expect(activeEvent(open, new Set(['1001']), [call()], 7).calls[0]).toMatchObject({
    source: '•••',
    destination: '1001',
  })
})
