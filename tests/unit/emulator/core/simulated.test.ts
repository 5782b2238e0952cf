import { expect, test } from 'vitest'
import { isFinal } from '../../../../src/domain/sessionState.ts'
import { runningClock, steppedClock } from '../../../../src/emulator/clock.ts'
import { createExchange } from '../../../../src/emulator/exchange.ts'
import { seededRandom } from '../../../../src/emulator/random.ts'
import { demoRoster, extensionsOf } from '../../../../src/emulator/roster.ts'
import {
  type SimulatedTrafficOptions,
  simulatedTraffic,
} from '../../../../src/emulator/traffic/simulated.ts'
import type { EmulatorClock, PbxEvent, PbxSession } from '../../../../src/emulator/types.ts'
import { start } from './build.ts'

const hourMs = 60 * 60 * 1000

function listen(clock: EmulatorClock, options: Partial<SimulatedTrafficOptions> = {}): PbxEvent[] {
  const roster = demoRoster(12)
  const extensions = extensionsOf(roster)
  const exchange = createExchange({ clock, extensions, random: seededRandom(5) })
  const events: PbxEvent[] = []
  exchange.subscribe((event) => events.push(event))
  simulatedTraffic({ seed: 1, roster, ...options })(exchange)
  return events
}

function hours(count: number, options: Partial<SimulatedTrafficOptions> = {}): PbxEvent[] {
  const clock = steppedClock(start)
  const events = listen(clock, options)
  clock.advanceTo(start + count * hourMs)
  return events
}

const closed = (events: readonly PbxEvent[]): readonly PbxSession[] =>
  events.filter(({ type }) => type === 'closed').map(({ session }) => session)

test('one seed gives one day', () => {
  expect(hours(3)).toEqual(hours(3))
})

test('another seed gives another day', () => {
  expect(hours(1)).not.toEqual(hours(1, { seed: 2 }))
})

test('the clock that runs gives the same calls as the clock that is stepped', () => {
  let now = 0
  let due: (() => void) | undefined
  const timers = {
    now: () => now,
    after: (_: number, action: () => void) => {
      due = action
      return () => undefined
    },
  }
  const clock = runningClock({ start, speed: 10, timers })
  const events = listen(clock)
  const random = seededRandom(3)
  while (now < hourMs / 10) {
    now = Math.min(hourMs / 10, now + 20_000 * random())
    due?.()
  }
  expect(events).toEqual(hours(1))
})

test('nobody talks or rings in two calls at once', () => {
  const busy = new Map<string, string>()
  const isAgent = (party: string): boolean => /^1\d{3}$/.test(party)
  for (const { session } of hours(8, { load: 1.5 })) {
    const { sessionId, sessionState } = session
    for (const [party, id] of [...busy]) if (id === sessionId) busy.delete(party)
    if (sessionState === 'Setup' || isFinal(sessionState)) continue
    for (const party of [session.caller, session.callee].filter(isAgent)) {
      expect(busy.get(party)).toBeUndefined()
      busy.set(party, sessionId)
    }
  }
})

test('callers are offered to agents in the order of their arrival', () => {
  const events = hours(8, { load: 2, seasoning: { direct: 0, ringGroup: 0 } })
  const reached: string[] = []
  const offered: string[] = []
  for (const { type, session } of events) {
    if (session.callee.startsWith('500') && session.sessionState === 'InCall') {
      if (!reached.includes(session.sessionId)) reached.push(session.sessionId)
    }
    if (type === 'changed' && session.sessionState === 'TransferRequested') {
      const isNew = reached.includes(session.sessionId) && !offered.includes(session.sessionId)
      if (isNew) offered.push(session.sessionId)
    }
  }
  expect(offered.length).toBeGreaterThan(500)
  expect(offered).toEqual(reached.filter((id) => offered.includes(id)))
})

test('a day shows every way that a call can go', () => {
  const events = hours(12)
  const states = new Set(events.map(({ session }) => session.sessionState))
  for (const state of [
    ...(['Setup', 'TransferSetup', 'Ringing', 'InCall', 'TransferFailed'] as const),
    ...(['CallerOnHold', 'CalleeOnHold', 'OnHold', 'TransferCompleted'] as const),
    ...(['CallerHungUp', 'CalleeHungUp', 'Busy', 'NotFound', 'NotAnswered', 'Cancelled'] as const),
  ]) {
    expect(states).toContain(state)
  }
  const directions = new Set(events.map(({ session }) => session.direction))
  expect(directions).toEqual(new Set(['Inbound', 'Outbound', 'Internal']))
})

test('the first minute of a late morning is lively', () => {
  const talks = hours(1 / 60).filter(({ session }) => session.sessionState === 'InCall')
  expect(new Set(talks.map(({ session }) => session.callee)).size).toBeGreaterThan(4)
})

test('callers who wait longer than they care to give up', () => {
  const isAbandoned = (session: PbxSession): boolean =>
    session.sessionState === 'CallerHungUp' && session.callee.startsWith('500')
  const few = closed(hours(6)).filter(isAbandoned).length
  const many = closed(hours(6, { load: 3 })).filter(isAbandoned).length
  expect(many).toBeGreaterThan(10 * Math.max(1, few))
})

test('an agent whose call somebody else ends is given another one', () => {
  const clock = steppedClock(start)
  const roster = demoRoster(1)
  const extensions = extensionsOf(roster)
  const exchange = createExchange({ clock, extensions, random: seededRandom(5) })
  let talks = 0
  exchange.subscribe(({ type, session }) => {
    if (type === 'created' && session.callee === '1001') {
      talks += 1
      exchange.move(session.sessionId, 'Aborted')
    }
  })
  simulatedTraffic({ seed: 1, roster, agents: 12 })(exchange)
  clock.advanceTo(start + hourMs)
  expect(talks).toBeGreaterThan(20)
})

test('stopped traffic makes no more events', () => {
  const clock = steppedClock(start)
  const roster = demoRoster(12)
  const extensions = extensionsOf(roster)
  const exchange = createExchange({ clock, extensions, random: seededRandom(5) })
  const stop = simulatedTraffic({ seed: 1, roster })(exchange)
  clock.advanceTo(start + hourMs)
  stop()
  const events: PbxEvent[] = []
  exchange.subscribe((event) => events.push(event))
  clock.advanceTo(start + 2 * hourMs)
  expect(events).toEqual([])
})

test('without agents everybody waits in vain', () => {
  const roster = { ...demoRoster(1), agents: [] }
  const answered = hours(2, { roster, agents: 12 }).filter(({ session }) =>
    session.callee.startsWith('1'),
  )
  expect(answered).toEqual([])
})
