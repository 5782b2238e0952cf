import type { SessionEvent, SessionFacts } from '../../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../../src/domain/settings.ts'
import { demoRoster } from '../../../src/emulator/roster.ts'
import type { Roster } from '../../../src/emulator/types.ts'
import { parseDirection } from '../../../src/pbx/ozeki/vocabulary.ts'
import { floorEvents } from '../events/floorEvents.ts'
import type { FloorEvent } from '../events/floorEvents.ts'

/** Half past ten of a Sunday evening in Budapest. */
const start = Date.parse('2026-11-22T21:30:00Z')
/** When what is measured begins, epoch ms; three hours later, so that 100,000 calls are over before the Monday is. */
export const measuredFrom = start + 3 * 3_600_000
const agentCount = 100
/** Few are alive at a time, so that the collector of garbage has little to do with what makes them. */
const eventsPerPiece = 1_000

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

/** Session events that follow one another, and how many Calls begin with them. */
export interface DayPiece {
  readonly events: readonly SessionEvent[]
  readonly calls: number
}

/** What a floor tells from the evening on, some events at a time, without an end; the same every time. */
export function* dayPieces(): Generator<DayPiece, never> {
  let told: FloorEvent[] = []
  for (const ofSecond of floorEvents({ roster, traffic, start, seed: 12 })) {
    told.push(...ofSecond)
    if (told.length < eventsPerPiece) continue
    yield { events: told.map(eventOf), calls: told.filter(isBeginOfCall).length }
    told = []
  }
  throw new Error('The calls of a floor never end.')
}

function isBeginOfCall({ type, session }: FloorEvent): boolean {
  return type === 'created' && session.masterSessionId === session.sessionId
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
