import { expect, test } from 'vitest'
import { playQueuedCall, type QueuedCall } from '../../../../src/emulator/stories/queued.ts'
import { site } from './build.ts'

const caller = { number: '+3615550123', name: 'Dana' }
const talk = { talkMs: 60_000, endedBy: 'callee' } as const

function queued(changes: Partial<QueuedCall> = {}): QueuedCall {
  const offer = { agent: '1001', afterMs: 10_000, ringMs: 4000, result: 'answered' } as const
  return { caller, queue: '5000', offers: [offer], talk, ...changes }
}

test('a queued call waits, is transferred to an agent and ends with the talk', () => {
  const { stage, run, lines, events } = site()
  playQueuedCall(stage, queued())
  run(200)
  expect(lines()).toEqual([
    '0 S1 created Setup +3615550123 to 5000',
    '0 S1 Ringing',
    '0 S1 InCall',
    '10 S1 TransferRequested',
    '10 S1 Transferring',
    '10 S2 created TransferSetup +3615550123 to 1001',
    '10 S2 Ringing',
    '14 S2 InCall',
    '14 S1 TransferCompleted',
    '14 S1 closed',
    '74 S2 CalleeHungUp',
    '74 S2 closed',
  ])
  const [first, last] = [events[0]?.session, events[events.length - 1]?.session]
  expect(last).toMatchObject({
    masterSessionId: first?.sessionId,
    dialedNumber: '5000',
    callerDisplayName: 'Dana',
  })
})

test('an agent who does not answer sends the caller back into the queue, and another is rung', () => {
  const { stage, run, lines } = site()
  const missed = { agent: '1001', afterMs: 1000, ringMs: 15_000, result: 'noAnswer' } as const
  const taken = { agent: '1002', afterMs: 0, ringMs: 2000, result: 'answered' } as const
  playQueuedCall(stage, queued({ offers: [missed, taken], talk: { ...talk, endedBy: 'caller' } }))
  run(200)
  expect(lines().slice(7)).toEqual([
    '16 S2 NotAnswered',
    '16 S2 closed',
    '16 S1 TransferFailed',
    '16 S1 InCall',
    '16 S1 TransferRequested',
    '16 S1 Transferring',
    '16 S3 created TransferSetup +3615550123 to 1002',
    '16 S3 Ringing',
    '18 S3 InCall',
    '18 S1 TransferCompleted',
    '18 S1 closed',
    '78 S3 CallerHungUp',
    '78 S3 closed',
  ])
})

test('an agent who refuses is busy, and the caller waits on', () => {
  const { stage, run, lines, exchange } = site()
  const offer = { agent: '1001', afterMs: 1000, ringMs: 2000, result: 'refused' } as const
  const waiting = playQueuedCall(stage, queued({ offers: [offer] }))
  run(200)
  expect(lines()).toContain('3 S2 Busy')
  expect(exchange.find(waiting)?.sessionState).toBe('InCall')
})

test('a caller who gives up leaves the queue', () => {
  const { stage, run, lines } = site()
  playQueuedCall(stage, queued({ offers: [], givesUpAfterMs: 30_000 }))
  run(200)
  expect(lines().slice(3)).toEqual(['30 S1 CallerHungUp', '30 S1 closed'])
})

test('a phone that rings for a caller who gives up falls silent', () => {
  const { stage, run, lines } = site()
  playQueuedCall(stage, queued({ givesUpAfterMs: 12_000 }))
  run(200)
  expect(lines().slice(7)).toEqual([
    '12 S1 CallerHungUp',
    '12 S1 closed',
    '12 S2 Cancelled',
    '12 S2 closed',
  ])
})

test('nobody gives up who has been answered', () => {
  const { stage, run, lines } = site()
  playQueuedCall(stage, queued({ givesUpAfterMs: 20_000 }))
  run(200)
  expect(lines()).toContain('74 S2 CalleeHungUp')
})

test('a session that somebody else ended while it rang leaves the caller waiting', () => {
  const { stage, run, exchange } = site()
  const waiting = playQueuedCall(stage, queued())
  run(11)
  const ringing = exchange.active().find((session) => session.sessionId !== waiting)
  exchange.move(ringing?.sessionId ?? '', 'Aborted')
  run(200)
  expect(exchange.active().map((session) => session.sessionState)).toEqual(['InCall'])
})

test('what was planned does not happen once the stage is stopped', () => {
  const { stage, run, lines } = site()
  playQueuedCall(stage, queued())
  stage.stop()
  run(200)
  expect(lines()).toHaveLength(3)
})
