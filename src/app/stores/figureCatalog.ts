import type { Figures } from '../../domain/figures.ts'
import type { FigureBlockName } from '../locales/en.ts'

export type FigureName = keyof Figures

/** How the table of all figures is divided; the order is that of reading. */
export const figureBlocks = {
  calls: [
    'offered',
    'answered',
    'answeredWithin',
    'abandoned',
    'shortAbandoned',
    'flowedOut',
    'lost',
    'answeredByEvent',
    'abandonedByEvent',
    'maxWaiting',
    'maxInService',
    'maxInProgress',
  ],
  service: [
    'waitingCalls',
    'longestWaitNow',
    'longestWaitToday',
    'longestWaitOfAnswered',
    'serviceLevel',
    'abandonRate',
    'averageSpeedOfAnswer',
    'averageWaitOfAbandoned',
    'averageServiceTime',
    'averageHandleTime',
  ],
  phones: [
    'agentsAvailable',
    'agentsTalking',
    'agentsHold',
    'agentsRinging',
    'agentsDialing',
    'agentsWrapup',
    'agentsAway',
    'agentsNotSeen',
    'agentsOffline',
    'agentsUnknown',
  ],
  team: ['direct', 'outbound', 'outboundAnswered', 'internal', 'agentsAnswering', 'occupancy'],
} as const satisfies Readonly<Record<FigureBlockName, readonly FigureName[]>>

const gauges: ReadonlySet<FigureName> = new Set<FigureName>([
  'waitingCalls',
  'longestWaitNow',
  ...figureBlocks.phones,
])

const ofTeamsOnly: ReadonlySet<FigureName> = new Set<FigureName>([
  ...figureBlocks.phones,
  ...figureBlocks.team,
])

/** Visits and calls by when they began: the PBX's history tells them of a time that nobody watched. */
const volumes: ReadonlySet<FigureName> = new Set<FigureName>([
  'offered',
  'answered',
  'flowedOut',
  'direct',
  'outbound',
  'outboundAnswered',
  'internal',
])

/** Whether a figure is whole as soon as no call is missing, though waits and durations may be. */
export function isVolume(name: FigureName): boolean {
  return volumes.has(name)
}

/** Whether a figure is of this moment, so that what was missed earlier does not touch it. */
export function isGauge(name: FigureName): boolean {
  return gauges.has(name)
}

/** Whether a figure is about people, which a queue has none of. */
export function isOfTeams(name: FigureName): boolean {
  return ofTeamsOnly.has(name)
}
