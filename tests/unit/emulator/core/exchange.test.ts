import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFinal, sessionStates } from '../../../../src/domain/sessionState.ts'
import { canMove } from '../../../../src/emulator/transitions.ts'
import type { PbxEvent } from '../../../../src/emulator/types.ts'
import { site, start } from './build.ts'

const dayMs = 24 * 60 * 60 * 1000

test('a new session is its own master, and says through what endpoints it goes', () => {
  const { exchange } = site()
  const session = exchange.open({ caller: '+3615550123', callee: '1001' })
  expect(session).toMatchObject({
    masterSessionId: session.sessionId,
    sessionState: 'Setup',
    direction: 'Inbound',
    source: 'line1',
    sourceType: 'OutsideLine',
    destination: '1001',
    destinationType: 'Extension',
    calleeDisplayName: 'Katalin Nagy-Szabóné',
    dialedNumber: '1001',
    startedAt: start,
    answeredAt: undefined,
  })
  expect(session.sessionId).toMatch(/^[0-9A-Za-z]{5,6}$/)
})

test.for<[string, string, string]>([
  ['+3615550123', '1001', 'Inbound'],
  ['1001', '+3615550123', 'Outbound'],
  ['1001', '5000', 'Internal'],
  ['1001', '*45', 'Internal'],
  ['+3615550123', '+442079460123', 'External'],
  ['', '5000', 'Inbound'],
])('the direction from “%s” to “%s” is %s', ([caller, callee, direction]) => {
  expect(site().exchange.open({ caller, callee }).direction).toBe(direction)
})

test('a final state is told as a change and then as the close, and the session is history', () => {
  const { exchange, lines, run } = site()
  const { sessionId } = exchange.open({ caller: '1001', callee: '1002' })
  run(3)
  exchange.move(sessionId, 'Cancelled')
  expect(lines().slice(1)).toEqual(['3 S1 Cancelled', '3 S1 closed'])
  expect(exchange.active()).toEqual([])
  expect(exchange.find(sessionId)).toBeUndefined()
  expect(exchange.history()[0]).toMatchObject({ sessionId, endedAt: start + 3000 })
})

test('a session that is over stays as it is', () => {
  const { exchange, lines } = site()
  const { sessionId } = exchange.open({ caller: '1001', callee: '1002' })
  exchange.move(sessionId, 'Busy')
  const before = lines()
  exchange.move(sessionId, 'InCall')
  exchange.redirect(sessionId, '1003')
  exchange.blindTransfer(sessionId, '1001', '1003')
  expect(lines()).toEqual(before)
})

test('a move that the state machine does not know changes nothing', () => {
  const { exchange } = site()
  const { sessionId } = exchange.open({ caller: '1001', callee: '1002' })
  exchange.move(sessionId, 'CallerHungUp')
  exchange.move(sessionId, 'TransferCompleted')
  expect(exchange.find(sessionId)?.sessionState).toBe('Setup')
})

test('the answer is the first moment in call, whatever comes after', () => {
  const { exchange, run } = site()
  const { sessionId } = exchange.open({ caller: '1001', callee: '1002' })
  run(5)
  exchange.move(sessionId, 'InCall')
  run(5)
  exchange.move(sessionId, 'OnHold')
  run(5)
  exchange.move(sessionId, 'InCall')
  expect(exchange.find(sessionId)).toMatchObject({
    answeredAt: start + 5000,
    stateSince: start + 15_000,
  })
})

test('another callee brings along its name and endpoint', () => {
  const { exchange } = site()
  const { sessionId } = exchange.open({ caller: '+3615550123', callee: '1001' })
  exchange.redirect(sessionId, '1002')
  expect(exchange.find(sessionId)).toMatchObject({
    callee: '1002',
    destination: '1002',
    calleeDisplayName: 'Ana Ruiz',
  })
})

test('the party that was not the transferor is the caller of the transferred session', () => {
  const { exchange } = site()
  const { sessionId } = exchange.open({ caller: '1001', callee: '+3615550123' })
  exchange.move(sessionId, 'InCall')
  expect(exchange.blindTransfer(sessionId, '1001', '1002')).toMatchObject({
    caller: '+3615550123',
    callee: '1002',
    masterSessionId: sessionId,
    sessionState: 'TransferSetup',
  })
})

test.for<[string, string]>([
  ['1009', '1002'],
  ['1001', ''],
])('a transfer by %s to “%s” is refused', ([transferor, target]) => {
  const { exchange } = site()
  const { sessionId } = exchange.open({ caller: '1001', callee: '1002' })
  exchange.move(sessionId, 'InCall')
  expect(exchange.blindTransfer(sessionId, transferor, target)).toBeUndefined()
  expect(exchange.find(sessionId)?.sessionState).toBe('InCall')
})

test('history is kept for two days', () => {
  const { exchange, clock } = site()
  exchange.move(exchange.open({ caller: '1001', callee: '1002' }).sessionId, 'Busy')
  clock.advanceTo(start + 2 * dayMs - 1)
  expect(exchange.history()).toHaveLength(1)
  clock.advanceTo(start + 2 * dayMs)
  expect(exchange.history()).toEqual([])
})

test('everybody hears the events in the same order, also those that a listener causes', () => {
  const { exchange } = site()
  const heard: string[] = []
  exchange.subscribe(({ type, session }) => {
    if (type === 'created') exchange.move(session.sessionId, 'InCall')
  })
  exchange.subscribe(({ type, session }) => heard.push(`${type} ${session.sessionState}`))
  exchange.open({ caller: '1001', callee: '1002' })
  expect(heard).toEqual(['created Setup', 'changed InCall'])
})

test('who has ended the subscription hears nothing', () => {
  const { exchange } = site()
  const heard: PbxEvent[] = []
  exchange.subscribe((event) => heard.push(event))()
  exchange.open({ caller: '1001', callee: '1002' })
  expect(heard).toEqual([])
})

const operation = fc.record({
  kind: fc.constantFrom('open', 'move', 'move', 'move', 'redirect', 'transfer'),
  session: fc.nat(3),
  state: fc.constantFrom(...sessionStates),
  number: fc.constantFrom('1001', '1002', '5000', '+3615550123', ''),
})

test('no order of operations makes a session do what no session does', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      const { exchange, events, run } = site()
      const ids: string[] = []
      for (const { kind, session, state, number } of operations) {
        const id = ids[ids.length - 1 - session] ?? ''
        if (kind === 'open') ids.push(exchange.open({ caller: '1003', callee: number }).sessionId)
        else if (kind === 'move') exchange.move(id, state)
        else if (kind === 'redirect') exchange.redirect(id, number)
        else exchange.blindTransfer(id, number, '1004')
        run(1)
      }
      expect(new Set(ids).size).toBe(ids.length)
      const bySession = new Map<string, PbxEvent[]>()
      for (const event of events) {
        const { sessionId } = event.session
        bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), event])
      }
      for (const own of bySession.values()) expectLegal(own)
      const open = [...bySession.values()].filter((own) => own[own.length - 1]?.type !== 'closed')
      expect(exchange.active()).toEqual(open.map((own) => own[own.length - 1]?.session))
    }),
  )
})

function expectLegal(events: readonly PbxEvent[]): void {
  expect(events[0]?.type).toBe('created')
  for (const [index, { type, session }] of events.entries()) {
    const before = events[index - 1]
    if (before === undefined) continue
    expect(before.type).not.toBe('closed')
    const isMoved = before.session.sessionState !== session.sessionState
    if (isMoved) expect(canMove(before.session.sessionState, session.sessionState)).toBe(true)
    expect(type === 'closed').toBe(isFinal(before.session.sessionState))
    expect(session.endedAt !== undefined).toBe(isFinal(session.sessionState))
  }
}
