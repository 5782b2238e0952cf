/**
 * The figures of DESIGN 5. Counts are whole numbers, times are seconds, shares are 0..1, all unrounded; `undefined` is
 * "no value", which is never 0.
 */

/** Figures over visits: for a queue, a team or all, over a day or an interval; a visit belongs where it arrived. */
export interface VisitFigures {
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  readonly shortAbandoned: number
  readonly flowedOut: number
  readonly lost: number
  readonly serviceLevel: number | undefined
  readonly abandonRate: number | undefined
  readonly averageSpeedOfAnswer: number | undefined
  /** Talk, hold and wrap-up of answered visits that are over with all of it. */
  readonly averageHandleTime: number | undefined
  /** Time InCall with persons of answered visits whose last session has ended. */
  readonly averageServiceTime: number | undefined
  readonly averageWaitOfAbandoned: number | undefined
  /** Largest wait, of those who wait too; called `longestWaitToday` on the wall. */
  readonly longestWaitToday: number | undefined
  readonly longestWaitOfAnswered: number | undefined
  /** Answered within the time of the service level. */
  readonly answeredWithin: number
  /** By the moment of the answer, or of giving up, instead of arrival. */
  readonly answeredByEvent: number
  readonly abandonedByEvent: number
  /** The most at one moment; in progress is waiting or with a person. */
  readonly maxWaiting: number
  readonly maxInService: number
  readonly maxInProgress: number
  /** Different agents who had an answered session in the window; `undefined` for a queue. */
  readonly agentsAnswering: number | undefined
}

/** The state of the moment. Of a queue there are no agents, so these have no value. */
export interface GaugeFigures {
  readonly waitingCalls: number
  readonly longestWaitNow: number | undefined
  readonly agentsAvailable: number | undefined
  readonly agentsTalking: number | undefined
  readonly agentsHold: number | undefined
  readonly agentsRinging: number | undefined
  readonly agentsDialing: number | undefined
  readonly agentsWrapup: number | undefined
  readonly agentsAway: number | undefined
  readonly agentsNotSeen: number | undefined
  readonly agentsOffline: number | undefined
  readonly agentsUnknown: number | undefined
}

/** Calls of a team's agents that are no visits, by when they began; no value for a queue. */
export interface CallFigures {
  /** From outside straight to an agent of a team with queues. */
  readonly direct: number | undefined
  readonly outbound: number | undefined
  /** Of the outbound ones, those that somebody answered. */
  readonly outboundAnswered: number | undefined
  /** From one of us to one of us; not those to a queue or a service. */
  readonly internal: number | undefined
  /** Busy share of the time between an agent's first and last session, summed over agents. */
  readonly occupancy: number | undefined
}

/** All figures of a queue, a team or all for one day. */
export interface Figures extends VisitFigures, GaugeFigures, CallFigures {}

/** How completely a window is known, as far as it has gone. */
export interface Knowledge {
  /** Whether nothing of it was missed, nor how its visits came out, which may be after it. */
  readonly isCovered: boolean
  /** Whether no call of it is missing, nor an answer, though waits and durations may be. */
  readonly isCounted: boolean
}

/** The figures of one interval. `start` and `end` are epoch ms. */
export interface IntervalFigures extends VisitFigures, Knowledge {
  readonly start: number
  readonly end: number
}

/** What the volume chart draws of an interval: few figures, because it is read at every change. */
export type IntervalVolume = Pick<
  IntervalFigures,
  | 'start'
  | 'end'
  | 'isCovered'
  | 'isCounted'
  | 'offered'
  | 'answered'
  | 'abandoned'
  | 'serviceLevel'
>

/** How often an agent talked on one day, and how often he let it ring. */
export interface AgentCounts {
  /** Sessions in which he talked with somebody. */
  readonly calls: number
  readonly missed: number
}

/** What one agent did on one day; sessions belong where they were InCall. */
export interface AgentFigures extends AgentCounts {
  /** Up to now for a session that goes on. */
  readonly talkSeconds: number
  readonly averageHandleTime: number | undefined
  /** Epoch ms. */
  readonly lastCallEndedAt: number | undefined
}

/** Length of a chart interval in minutes. */
export type IntervalMinutes = 15 | 30 | 60

/**
 * Reads the figures of a centre. A scope is `queue:5000`, `team:support` or `all`; `day` is the start of a site's day
 * (epoch ms), by default the present one, at the earliest the one before.
 */
export interface FigureReader {
  figures(scope: string, day?: number): Figures
  /** Every interval from day start to now (of a day gone by: to its end), empty ones too. */
  intervals(scope: string, minutes: IntervalMinutes, day?: number): readonly IntervalFigures[]
  /** The same intervals with what a chart needs of them. */
  volume(scope: string, minutes: IntervalMinutes): readonly IntervalVolume[]
  /** `extensions`: those of the agent. */
  agentFigures(extensions: readonly string[], day?: number): AgentFigures
  /** How completely the figures of a scope's present day are known. */
  knowledge(scope: string): Knowledge
  /** The part of them that a tile shows, of the present day. */
  agentCounts(extensions: readonly string[]): AgentCounts
  /** Whether nothing was missed in [from, to), epoch ms. */
  isCovered(from: number, to: number): boolean
}
