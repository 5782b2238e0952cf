import { demoRoster } from '../../../src/emulator/roster.ts'
import type { Roster } from '../../../src/emulator/types.ts'
import { floorEvents } from '../events/floorEvents.ts'
import { atPace } from '../events/pace.ts'
import type { Step } from '../events/steps.ts'
import { createStepWriter } from '../events/stepsOf.ts'
import type { DoubleExtension } from '../pages/double/ozWebClient.ts'

/** A floor and what happens on it. */
export interface BenchFloor {
  readonly agents: number
  readonly extensions: readonly DoubleExtension[]
  /**
   * The wall's config: `even`, which puts every tile on one page and leaves it in its place, as the pages beside the
   * wall do; or `usual`, with what a wall does by default.
   */
  config(kind: 'even' | 'usual'): unknown
  /** The first `count` steps at `perSecond`; the same every time. */
  steps(count: number, perSecond: number): readonly Step[]
  /** The same without an end and at their own times, second by second. */
  seconds(): Generator<readonly Step[], void>
}

/** About so many session events does a call have. */
const eventsPerCall = 11.5
/** Any moment does: it is a time of day that no figure is read of. */
const start = Date.parse('2026-11-23T08:00:00Z')

/** A floor where about two of three agents are busy while `perSecond` events are told in a second. */
export function createFloor(agents: number, perSecond: number): BenchFloor {
  const roster = demoRoster(agents)
  const cycleMs = ((agents * 0.65) / (perSecond / eventsPerCall)) * 1000
  const traffic = {
    callsPerSecond: perSecond / eventsPerCall,
    meanRingMs: cycleMs * 0.2,
    meanTalkMs: cycleMs * 0.8,
  }
  function* seconds(): Generator<readonly Step[], void> {
    const write = createStepWriter(roster.agents.map(({ extension }) => extension))
    for (const told of floorEvents({ roster, traffic, start, seed: 5 })) yield told.map(write)
  }
  return {
    ...{
      agents,
      seconds,
      extensions: extensionsOf(roster),
      config: (kind) => configOf(roster, kind),
    },
    steps(count, pace) {
      const steps: Step[] = []
      for (const told of seconds()) {
        steps.push(...told)
        if (steps.length >= count) break
      }
      return atPace(steps.slice(0, count), pace)
    },
  }
}

function extensionsOf({ agents, queues }: Roster): readonly DoubleExtension[] {
  return [
    ...agents.map(({ extension, name }) => ({ id: extension, name, type: 'SIP' })),
    ...queues.map(({ extension, name }) => ({ id: extension, name, type: 'Queue' })),
  ]
}

/** Names of the privacy and the screen that the pages beside the wall imitate. */
const evenConfig = {
  privacy: { mask: 'none', place: 'supervisor', allowSupervisorPlace: true },
  screen: { diagonalInches: 50, viewingDistanceMetres: 1.2, sortTiles: 'name' },
}

function configOf({ agents, queues }: Roster, kind: 'even' | 'usual'): unknown {
  return {
    site: { timeZone: 'Europe/Budapest', language: 'en' },
    pbx: { address: '127.0.0.1' },
    presence: { notSeen: false },
    ...(kind === 'even' ? evenConfig : {}),
    teams: [
      {
        id: 'bench',
        name: 'Bench',
        queues: queues.map(({ extension }) => extension),
        extensions: [`${agents[0]!.extension}-${agents[agents.length - 1]!.extension}`],
      },
    ],
  }
}
