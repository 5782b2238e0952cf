import { expect, test } from 'vitest'
import {
  type AttendedTransfer,
  playAttendedTransfer,
} from '../../../../src/emulator/stories/attendedTransfer.ts'
import { playDirectCall } from '../../../../src/emulator/stories/direct.ts'
import { type OverflowShape, sendOn } from '../../../../src/emulator/stories/overflow.ts'
import { playPresenceCode } from '../../../../src/emulator/stories/presence.ts'
import { enterQueue } from '../../../../src/emulator/stories/queue.ts'
import { playQueuedCall } from '../../../../src/emulator/stories/queued.ts'
import { type Site, site } from './build.ts'

const caller = { number: '+3615550123', name: 'Dana' }
const talk = { talkMs: 60_000, endedBy: 'callee' } as const

/** A caller talks to 1001, who after ten seconds asks 1002. */
function transferred(changes: Partial<AttendedTransfer>): Site & { firstId: string } {
  const stage = site()
  const firstId = playDirectCall(stage.stage, {
    ...{ caller, extension: '1001', ringMs: 0, result: 'answered' },
    talk: {
      ...{ talkMs: 200_000, endedBy: 'caller' },
      meanwhile: (sessionId) => {
        stage.stage.after(10_000, () => {
          const transfer = { by: 'callee', target: '1002', ringMs: 5000, result: 'taken' } as const
          playAttendedTransfer(stage.stage, sessionId, {
            ...transfer,
            ...{ consultMs: 8000, talk, ...changes },
          })
        })
      },
    },
  })
  return { ...stage, firstId }
}

test('an attended transfer holds, asks and hands over with the consultation’s master id', () => {
  const { run, lines, exchange } = transferred({})
  run(90)
  expect(lines().slice(3)).toEqual([
    '10 S1 CallerOnHold',
    '10 S2 created Setup 1001 to 1002',
    '10 S2 Ringing',
    '15 S2 InCall',
    '23 S1 TransferRequested',
    '23 S1 Transferring',
    '23 S3 created TransferSetup +3615550123 to 1002',
    '23 S3 InCall',
    '23 S1 TransferCompleted',
    '23 S1 closed',
    '23 S2 TransferCompleted',
    '23 S2 closed',
    '83 S3 CalleeHungUp',
    '83 S3 closed',
  ])
  const [, consultation, last] = exchange.history()
  expect(last).toMatchObject({
    masterSessionId: consultation?.sessionId,
    callerDisplayName: 'Dana',
  })
})

test.for([
  ['declined', ['15 S2 InCall', '23 S2 CalleeHungUp', '23 S2 closed', '23 S1 InCall']],
  ['noAnswer', ['15 S2 NotAnswered', '15 S2 closed', '15 S1 InCall']],
  ['refused', ['15 S2 Busy', '15 S2 closed', '15 S1 InCall']],
] as const)('a consultation that is %s brings the agent back to the caller', ([result, rest]) => {
  const { run, lines } = transferred({ result })
  run(90)
  expect(lines().slice(6)).toEqual(rest)
})

test('nobody is handed over who has hung up during the consultation', () => {
  const { run, lines, exchange, firstId } = transferred({})
  run(20)
  exchange.move(firstId, 'CallerHungUp')
  run(70)
  expect(lines().slice(7)).toEqual(['20 S1 CallerHungUp', '20 S1 closed'])
})

test.for<[OverflowShape, string[]]>([
  ['redirected', ['9 S1 Redirected', '9 S1 closed']],
  ['hungUp', ['9 S1 CalleeHungUp', '9 S1 closed']],
])('a queue that sends a caller on: %s', ([shape, end]) => {
  const { run, exchange, lines } = site()
  const { sessionId } = enterQueue(exchange, caller, '5000')
  run(9)
  const onward = sendOn(exchange, sessionId, '5001', shape)
  expect(lines().slice(3)).toEqual([
    ...end,
    '9 S2 created TransferSetup +3615550123 to 5001',
    '9 S2 Ringing',
    '9 S2 InCall',
  ])
  expect(onward).toMatchObject({ masterSessionId: sessionId, dialedNumber: '5000' })
})

test('a queue cannot send on who has left', () => {
  const { exchange, lines } = site()
  const { sessionId } = enterQueue(exchange, caller, '5000')
  exchange.move(sessionId, 'CallerHungUp')
  const before = lines()
  expect(sendOn(exchange, sessionId, '5001', 'hungUp')).toBeUndefined()
  expect(lines()).toEqual(before)
})

test('a queue that has had enough takes its offer back before it sends the caller on', () => {
  const { stage, exchange, run, lines } = site()
  const offer = { agent: '1001', afterMs: 5000, ringMs: 60_000, result: 'answered' } as const
  playQueuedCall(stage, {
    ...{ caller, queue: '5000', offers: [offer], talk, givesUpAfterMs: 30_000 },
    movesOn: { afterMs: 20_000, play: (id) => sendOn(exchange, id, '50', 'transferred') },
  })
  run(90)
  expect(lines().slice(7)).toEqual([
    '20 S2 NotAnswered',
    '20 S2 closed',
    '20 S1 TransferFailed',
    '20 S1 InCall',
    '20 S1 TransferRequested',
    '20 S1 Transferring',
    '20 S3 created TransferSetup +3615550123 to 50',
    '20 S1 TransferCompleted',
    '20 S1 closed',
    '20 S3 Ringing',
    '20 S3 InCall',
  ])
})

test('who is answered in time is not sent on', () => {
  const { stage, run, lines } = site()
  const offer = { agent: '1001', afterMs: 5000, ringMs: 5000, result: 'answered' } as const
  const movesOn = { afterMs: 20_000, play: () => expect.unreachable() }
  playQueuedCall(stage, { caller, queue: '5000', offers: [offer], talk, movesOn })
  run(90)
  expect(lines()).toContain('70 S2 CalleeHungUp')
})

test('a presence code is a short internal session that the PBX ends', () => {
  const { stage, run, lines, exchange } = site()
  playPresenceCode(stage, '1001', '*45')
  run(10)
  expect(lines()).toEqual([
    '0 S1 created Setup 1001 to *45',
    '0 S1 InCall',
    '2 S1 CalleeHungUp',
    '2 S1 closed',
  ])
  expect(exchange.history()).toMatchObject([{ direction: 'Internal' }])
})

test('a talk that nobody ends goes on', () => {
  const { stage, run, exchange } = site()
  const forever = { talkMs: 1000, endedBy: 'nobody' } as const
  const ring = { ringMs: 0, result: 'answered', talk: forever } as const
  playDirectCall(stage, { caller, extension: '1001', ...ring })
  run(86_400)
  expect(exchange.active()).toMatchObject([{ sessionState: 'InCall' }])
})
