import type { SessionEvent, SessionFacts } from '../../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../../src/domain/settings.ts'
import { demoRoster } from '../../../src/emulator/roster.ts'
import type { Roster } from '../../../src/emulator/types.ts'
import { parseDirection } from '../../../src/pbx/ozeki/vocabulary.ts'
import { floorEvents } from '../events/floorEvents.ts'
import type { FloorEvent } from '../events/floorEvents.ts'

/** 06:00 on a Monday in Budapest: 100,000 calls are over before the day is. */
const start = Date.parse('2026-11-23T05:00:00Z')
const agentCount = 100

const roster: Roster = {
  ...demoRoster(agentCount),
  queues: ['5000', '5001', '5002'].map((extension) => ({ extension, name: `Queue ${extension}` })),
}

/** Three quarters of the agents are busy. */
const traffic = { callsPerSecond: 1.8, meanTalkMs: 35_000, meanRingMs: 5_000 }

/** One team of everybody. */
export const daySettings: CentreSettings = {
  timeZone: 'Europe/Budapest',
  dayStartsAtMinutes: 0,
  services: ['50', '900'],
  teams: [
    {
      id: 'support',
      name: 'Support',
      queues: roster.queues.map(({ extension }) => extension),
      agents: roster.agents.map(({ extension, name }) => ({
        id: extension,
        name,
        extensions: [extension],
      })),
    },
  ],
  serviceLevel: { answerWithinMs: 20_000, shortAbandonMs: 5_000, formula: 'offered' },
  wrapUpMs: 0,
  presence: { away: {}, back: [], notSeen: true },
}

/** When the day's calls begin, epoch ms. */
export const dayStart = start

/** The day's session events in pieces, without an end; the same every time. */
export function* dayEvents(): Generator<readonly SessionEvent[], never> {
  for (const told of floorEvents({ roster, traffic, start, seed: 12 })) yield told.map(eventOf)
  throw new Error('The calls of a floor never end.')
}

/** How many Calls begin in what was told. */
export function callsIn(told: readonly SessionEvent[]): number {
  return told.filter(({ type, session }) => type === 'opened' && session.masterId === session.id)
    .length
}

const types = { created: 'opened', changed: 'changed', closed: 'closed' } as const

function eventOf({ type, session, at }: FloorEvent): SessionEvent {
  const facts: SessionFacts = {
    id: session.sessionId,
    masterId: session.masterSessionId,
    state: session.sessionState,
    caller: session.caller,
    callee: session.callee,
    callerName: session.callerDisplayName,
    calleeName: session.calleeDisplayName,
    dialed: session.dialedNumber,
    direction: parseDirection(session.direction),
    startedAt: undefined,
  }
  return { type: types[type], at, session: facts }
}
