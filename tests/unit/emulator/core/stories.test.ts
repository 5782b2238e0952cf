import { expect, test } from 'vitest'
import { playBlindTransfer } from '../../../../src/emulator/stories/blindTransfer.ts'
import { playDirectCall } from '../../../../src/emulator/stories/direct.ts'
import { playInternalCall } from '../../../../src/emulator/stories/internal.ts'
import { playMenuCall } from '../../../../src/emulator/stories/menu.ts'
import { playOutboundCall } from '../../../../src/emulator/stories/outbound.ts'
import type { RingResult } from '../../../../src/emulator/stories/ring.ts'
import {
  playParallelRingGroup,
  playRollingRingGroup,
} from '../../../../src/emulator/stories/ringGroup.ts'
import { site } from './build.ts'

const caller = { number: '+3615550123', name: 'Dana' }
const talk = { talkMs: 60_000, endedBy: 'callee' } as const

test('a direct call rings, talks and ends', () => {
  const { stage, run, lines, events } = site()
  playDirectCall(stage, { caller, extension: '1003', ringMs: 5000, result: 'answered', talk })
  run(100)
  expect(lines()).toEqual([
    '0 S1 created Setup +3615550123 to 1003',
    '0 S1 Ringing',
    '5 S1 InCall',
    '65 S1 CalleeHungUp',
    '65 S1 closed',
  ])
  expect(events[0]?.session.direction).toBe('Inbound')
})

test('a caller who gives up before the answer cancels', () => {
  const { stage, run, lines } = site()
  playDirectCall(stage, { caller, extension: '1003', ringMs: 5000, result: 'cancelled' })
  run(100)
  expect(lines().slice(2)).toEqual(['5 S1 Cancelled', '5 S1 closed'])
})

test('an internal call is between two extensions', () => {
  const { stage, run, lines, events } = site()
  playInternalCall(stage, { from: '1001', to: '1002', ringMs: 3000, result: 'answered', talk })
  run(100)
  expect(events[0]?.session.direction).toBe('Internal')
  expect(lines()[2]).toBe('3 S1 InCall')
})

test.for<[RingResult, string[]]>([
  ['answered', ['2 S1 Ringing', '8 S1 InCall', '68 S1 CalleeHungUp', '68 S1 closed']],
  ['busy', ['2 S1 Busy', '2 S1 closed']],
  ['notFound', ['2 S1 NotFound', '2 S1 closed']],
  ['noAnswer', ['2 S1 Ringing', '8 S1 NotAnswered', '8 S1 closed']],
  ['refused', ['2 S1 Ringing', '8 S1 Busy', '8 S1 closed']],
])('an outbound call that ends %s', ([result, expected]) => {
  const { stage, run, lines, events } = site()
  const number = '+442079460123'
  playOutboundCall(stage, { extension: '1001', number, setupMs: 2000, ringMs: 6000, result, talk })
  run(100)
  expect(lines().slice(1)).toEqual(expected)
  expect(events[0]?.session.direction).toBe('Outbound')
})

test.for([
  ['caller', 'CalleeOnHold'],
  ['callee', 'CallerOnHold'],
  ['both', 'OnHold'],
] as const)('a hold by %s is told from the side that is held', ([by, state]) => {
  const { stage, run, lines } = site()
  const holds = [{ fromMs: 10_000, toMs: 25_000, by }]
  const ring = { ringMs: 0, result: 'answered', talk: { ...talk, holds } } as const
  playDirectCall(stage, { caller, extension: '1003', ...ring })
  run(100)
  expect(lines().slice(3)).toEqual([
    `10 S1 ${state}`,
    '25 S1 InCall',
    '60 S1 CalleeHungUp',
    '60 S1 closed',
  ])
})

test('a ring group rings in parallel sessions, and the losers are cancelled', () => {
  const { stage, run, lines } = site()
  playParallelRingGroup(stage, {
    caller,
    dialedNumber: '600',
    extensions: ['1001', '1002', '1003'],
    ringMs: 6000,
    answeredBy: '1002',
    talk,
  })
  run(100)
  expect(lines().slice(6)).toEqual([
    '6 S2 InCall',
    '6 S1 Cancelled',
    '6 S1 closed',
    '6 S3 Cancelled',
    '6 S3 closed',
    '66 S2 CalleeHungUp',
    '66 S2 closed',
  ])
})

test('a ring group in one session changes the callee until one answers', () => {
  const { stage, run, lines, events } = site()
  playRollingRingGroup(stage, {
    caller,
    dialedNumber: '600',
    extensions: ['1001', '1002', '1003'],
    ringMs: 6000,
    answeredBy: '1002',
    talk,
  })
  run(100)
  expect(lines().slice(1)).toEqual([
    '0 S1 Ringing',
    '6 S1 Ringing',
    '12 S1 InCall',
    '72 S1 CalleeHungUp',
    '72 S1 closed',
  ])
  expect(events.map((event) => event.session.callee)).toEqual([
    '1001',
    '1001',
    '1002',
    '1002',
    '1002',
    '1002',
  ])
})

test.for([
  ['parallel', playParallelRingGroup, ['NotAnswered', 'NotAnswered']],
  ['rolling', playRollingRingGroup, ['NotAnswered']],
] as const)('a %s ring group that nobody answers ends unanswered', ([, play, states]) => {
  const { stage, run, exchange } = site()
  const extensions = ['1001', '1002']
  const call = { caller, dialedNumber: '600', extensions, ringMs: 6000, answeredBy: undefined }
  play(stage, { ...call, talk })
  run(100)
  expect(exchange.history().map((session) => session.sessionState)).toEqual(states)
})

test('a blind transfer ends one session and makes another with its master id', () => {
  const { stage, run, lines, exchange } = site()
  const ring = { ringMs: 0, result: 'answered', talk } as const
  const first = playDirectCall(stage, { caller, extension: '1003', ...ring })
  run(20)
  const to = { by: 'callee', target: '1004', ringMs: 3000, result: 'answered', talk } as const
  const second = playBlindTransfer(stage, first, to)
  run(100)
  expect(lines().slice(3)).toEqual([
    '20 S1 TransferRequested',
    '20 S1 Transferring',
    '20 S2 created TransferSetup +3615550123 to 1004',
    '20 S1 TransferCompleted',
    '20 S1 closed',
    '20 S2 Ringing',
    '23 S2 InCall',
    '83 S2 CalleeHungUp',
    '83 S2 closed',
  ])
  expect(exchange.history()[1]).toMatchObject({ sessionId: second, masterSessionId: first })
})

test('a call through a voice menu reaches the queue as a transferred session', () => {
  const { stage, run, lines, exchange } = site()
  const reached: string[] = []
  const call = { caller, menu: '900', menuMs: 9000, queue: '5000' }
  playMenuCall(stage, call, (waiting) => reached.push(waiting))
  run(10)
  expect(lines().slice(3)).toEqual([
    '9 S1 TransferRequested',
    '9 S1 Transferring',
    '9 S2 created TransferSetup +3615550123 to 5000',
    '9 S1 TransferCompleted',
    '9 S1 closed',
    '9 S2 Ringing',
    '9 S2 InCall',
  ])
  expect(exchange.find(reached[0] ?? '')?.callee).toBe('5000')
})
