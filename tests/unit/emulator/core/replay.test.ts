import { expect, test } from 'vitest'
import { seededRandom, uniform } from '../../../../src/emulator/random.ts'
import {
  isTrafficProblem,
  parseTraffic,
  type TrafficRow,
} from '../../../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../../../src/emulator/traffic/replay.ts'
import { rosterOfRows } from '../../../../src/emulator/traffic/rowRoster.ts'
import type { PbxEvent } from '../../../../src/emulator/types.ts'
import { site, type Site } from './build.ts'

const midnight = Date.UTC(2026, 10, 18)
const dayStart = (): number => midnight

function row(changes: Partial<TrafficRow> = {}): TrafficRow {
  return {
    ...{ callId: '1', day: '', queue: '5000', caller: '+3615550123' },
    ...{ arriveSeconds: 100, answerSeconds: 130, endSeconds: 200, agent: '1001' },
    ...changes,
  }
}

function played(rows: readonly TrafficRow[], ringSeconds = 5): Site {
  const played = site({ roster: rosterOfRows(rows), at: midnight })
  replayTraffic(rows, { dayStart, ringSeconds })(played.exchange)
  played.run(3 * 86_400)
  return played
}

test('an answered row rings its agent before the answer and ends by the caller', () => {
  expect(played([row()]).lines()).toEqual([
    '100 S1 created Setup +3615550123 to 5000',
    '100 S1 Ringing',
    '100 S1 InCall',
    '125 S1 TransferRequested',
    '125 S1 Transferring',
    '125 S2 created TransferSetup +3615550123 to 1001',
    '125 S2 Ringing',
    '130 S2 InCall',
    '130 S1 TransferCompleted',
    '130 S1 closed',
    '200 S2 CallerHungUp',
    '200 S2 closed',
  ])
})

test('an abandoned row ends in the queue', () => {
  expect(
    played([row({ answerSeconds: undefined, agent: '' })])
      .lines()
      .slice(3),
  ).toEqual(['200 S1 CallerHungUp', '200 S1 closed'])
})

test('a row that is answered at once rings at its arrival', () => {
  const lines = played([row({ answerSeconds: 100 })]).lines()
  expect(lines.slice(5, 8)).toEqual([
    '100 S2 created TransferSetup +3615550123 to 1001',
    '100 S2 Ringing',
    '100 S2 InCall',
  ])
})

test('a call without waiting and without talk is played whole within its second', () => {
  const lines = played([row({ answerSeconds: 100, endSeconds: 100 })]).lines()
  expect(lines).toHaveLength(12)
  expect(lines[11]).toBe('100 S2 closed')
})

test('a row without an agent is answered by an extension of no team', () => {
  const { lines, events } = played([row({ agent: '' })])
  expect(lines()).toContain('125 S2 created TransferSetup +3615550123 to 9999')
  expect(events[events.length - 1]?.session.direction).toBe('Inbound')
})

test('within one second ends come before arrivals', () => {
  const next = row({ callId: '2', arriveSeconds: 200, answerSeconds: 230, endSeconds: 250 })
  const lines = played([next, row()]).lines()
  expect(lines.indexOf('200 S2 closed')).toBeLessThan(
    lines.indexOf('200 S3 created Setup +3615550123 to 5000'),
  )
})

test('a replay that begins in the middle of the day leaves out what came before', () => {
  const { exchange, run, lines } = site({ at: midnight + 150_000 })
  replayTraffic([row(), row({ arriveSeconds: 150, answerSeconds: 155 })], {
    dayStart,
    ringSeconds: 5,
  })(exchange)
  run(1000)
  expect(lines()[0]).toBe('0 S1 created Setup +3615550123 to 5000')
  expect(exchange.history()).toHaveLength(2)
})

test('a stopped replay makes no more calls', () => {
  const { exchange, run, lines } = site({ at: midnight })
  replayTraffic([row()], { dayStart, ringSeconds: 5 })(exchange)()
  run(1000)
  expect(lines()).toEqual([])
})

test('a roster of rows names every agent and queue once, in the order of the numbers', () => {
  const rows = [row({ agent: '1010' }), row({ agent: '99', queue: '5002' }), row({ agent: '' })]
  const { agents, queues } = rosterOfRows(rows)
  expect(agents.map(({ extension }) => extension)).toEqual(['99', '1010'])
  expect(queues).toEqual([
    { extension: '5000', name: 'Support' },
    { extension: '5002', name: 'Queue 5002' },
  ])
})

function manyRows(count: number): readonly TrafficRow[] {
  const random = seededRandom(42)
  const whole = (from: number, to: number): number => Math.floor(uniform(random, from, to))
  const lines = Array.from({ length: count }, (_, index) => {
    const arrive = whole(0, 80_000)
    const leave = arrive + (random() < 0.3 ? 0 : whole(0, 300))
    const isAnswered = random() < 0.8
    const agent = isAnswered && random() < 0.95 ? whole(1001, 1013) : ''
    const end = isAnswered ? leave + whole(0, 600) : leave
    return [
      index,
      '',
      whole(5000, 5002),
      `+3619${index}`,
      arrive,
      isAnswered ? leave : '',
      end,
      agent,
    ]
  })
  const text = ['call_id,day,queue,caller,arrive_s,answer_s,end_s,agent', ...lines].join('\n')
  const rows = parseTraffic(text)
  if (isTrafficProblem(rows)) throw new Error(rows.problem)
  return rows
}

/** The rows again, told from nothing but the events. */
function rowsOfEvents(events: readonly PbxEvent[]): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const seconds = (at: number | undefined): number | undefined =>
    at === undefined ? undefined : (at - midnight) / 1000
  for (const { type, session } of events) {
    if (type !== 'closed') continue
    const isWaiting = session.sessionId === session.masterSessionId
    const before = found.get(session.caller) ?? {}
    found.set(session.caller, {
      ...before,
      ...(isWaiting
        ? { queue: session.callee, arrive: seconds(session.startedAt) }
        : { answer: seconds(session.answeredAt), agent: session.callee }),
      ...(session.sessionState === 'CallerHungUp' && { end: seconds(session.endedAt) }),
    })
  }
  return found
}

test('a replay of 2,000 calls tells every arrival, answer, end and agent of the file', () => {
  const rows = manyRows(2000)
  const told = rowsOfEvents(played(rows).events)
  expect(told.size).toBe(2000)
  for (const { caller, queue, arriveSeconds, answerSeconds, endSeconds, agent } of rows) {
    const answer = { answer: answerSeconds, agent: agent === '' ? '9999' : agent }
    expect(told.get(caller)).toEqual({
      ...{ queue, arrive: arriveSeconds, end: endSeconds },
      ...(answerSeconds !== undefined && answer),
    })
  }
})
