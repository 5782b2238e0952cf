import type { Figures } from '../../domain/figures.ts'

/** Every figure that may have thresholds. Of a share both lie between 0 and 1. */
export const figureUnits = {
  offered: 'count',
  answered: 'count',
  answeredWithin: 'count',
  abandoned: 'count',
  shortAbandoned: 'count',
  flowedOut: 'count',
  lost: 'count',
  answeredByEvent: 'count',
  abandonedByEvent: 'count',
  maxWaiting: 'count',
  maxInService: 'count',
  maxInProgress: 'count',
  waitingCalls: 'count',
  longestWaitNow: 'seconds',
  longestWaitToday: 'seconds',
  longestWaitOfAnswered: 'seconds',
  serviceLevel: 'share',
  abandonRate: 'share',
  averageSpeedOfAnswer: 'seconds',
  averageWaitOfAbandoned: 'seconds',
  averageServiceTime: 'seconds',
  averageHandleTime: 'seconds',
  agentsAvailable: 'count',
  agentsTalking: 'count',
  agentsHold: 'count',
  agentsRinging: 'count',
  agentsDialing: 'count',
  agentsWrapup: 'count',
  agentsAway: 'count',
  agentsNotSeen: 'count',
  agentsOffline: 'count',
  agentsUnknown: 'count',
  direct: 'count',
  outbound: 'count',
  outboundAnswered: 'count',
  internal: 'count',
  agentsAnswering: 'count',
  occupancy: 'share',
} as const satisfies Readonly<Record<keyof Figures, 'count' | 'seconds' | 'share'>>

/** Whether `name` is the name of a figure. */
export function isFigure(name: string): name is keyof typeof figureUnits {
  return Object.hasOwn(figureUnits, name)
}
