import type { CentreSettings } from '../../../src/domain/settings.ts'
import { demoRoster } from '../../../src/emulator/roster.ts'
import type { Roster } from '../../../src/emulator/types.ts'
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

/** What a floor tells from the evening on, some events at a time, without an end; the same every time. */
export function* floorPieces(): Generator<readonly FloorEvent[], never> {
  let told: FloorEvent[] = []
  for (const ofSecond of floorEvents({ roster, traffic, start, seed: 12 })) {
    told.push(...ofSecond)
    if (told.length < eventsPerPiece) continue
    yield told
    told = []
  }
  throw new Error('The calls of a floor never end.')
}
