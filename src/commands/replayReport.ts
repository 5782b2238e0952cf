import type { Figures, GaugeFigures, IntervalFigures } from '../domain/figures.ts'
import type { CentreSettings } from '../domain/settings.ts'
import { scopesOf } from './replayDays.ts'
import type { ReplayedDay } from './replayDays.ts'

/** The figures of one day of a traffic file. */
export interface DayReport {
  /** YYYY-MM-DD; empty for a file without dates. */
  readonly day: string
  /** Gauges are those of the last moment of the day. */
  readonly figures: Figures
  /** By queue, in the order of the config. */
  readonly queues: readonly { readonly queue: string; readonly figures: Figures }[]
  /** The half-hours from day start to day end, over all queues; empty ones too. */
  readonly intervals: readonly ReportedInterval[]
}

export interface ReportedInterval extends IntervalFigures {
  /** Local time with offset, so that the rows of a repeated hour differ. */
  readonly startsAt: string
}

/** Reads the figures of a day that was replayed. */
export function reportOf(day: ReplayedDay, settings: CentreSettings): DayReport {
  const { centre, evening, label, start } = day
  const figuresOf = (scope: string): Figures => ({
    ...centre.figures(scope, start),
    ...gaugesOf(evening.get(scope)),
  })
  return {
    day: label,
    figures: figuresOf('all'),
    queues: scopesOf(settings)
      .filter((scope) => scope.startsWith('queue:'))
      .map((scope) => ({ queue: scope.slice('queue:'.length), figures: figuresOf(scope) })),
    intervals: centre
      .intervals('all', 30, start)
      .map((interval) => ({ ...interval, startsAt: centre.zone.toIso(interval.start) })),
  }
}

function gaugesOf(figures: Figures | undefined): GaugeFigures | undefined {
  return (
    figures && {
      waitingCalls: figures.waitingCalls,
      longestWaitNow: figures.longestWaitNow,
      agentsAvailable: figures.agentsAvailable,
      agentsTalking: figures.agentsTalking,
      agentsHold: figures.agentsHold,
      agentsRinging: figures.agentsRinging,
      agentsDialing: figures.agentsDialing,
      agentsWrapup: figures.agentsWrapup,
      agentsAway: figures.agentsAway,
      agentsNotSeen: figures.agentsNotSeen,
      agentsOffline: figures.agentsOffline,
      agentsUnknown: figures.agentsUnknown,
    }
  )
}
