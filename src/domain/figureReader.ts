import type { AgentState, AgentStatus } from './agentState.ts'
import type { Counts } from './counts.ts'
import type { Coverage } from './coverage.ts'
import type {
  CallFigures,
  FigureReader,
  Figures,
  GaugeFigures,
  IntervalMinutes,
  Knowledge,
  VisitFigures,
} from './figures.ts'
import { larger } from './maximum.ts'
import type { OccupancyBook } from './occupancy.ts'
import type { Session } from './session.ts'
import type { AgentSettings, CentreSettings } from './settings.ts'
import {
  abandonRate,
  addTally,
  emptyTally,
  isWhole,
  longestWait,
  serviceLevel,
  share,
} from './tally.ts'
import type { Tally, WindowTally } from './tally.ts'
import type { Visit } from './visit.ts'
import type { Zone } from './zone.ts'

/** What figures are read from. Times are epoch ms. */
export interface FigureSources {
  readonly settings: CentreSettings
  readonly zone: Zone
  readonly counts: Counts
  readonly occupancy: OccupancyBook
  readonly coverage: Coverage
  /** Counts what has changed in the present moment. */
  settle(): void
  now(): number
  /** Start of the site's present day. */
  dayStart(): number
  agent(agent: AgentSettings): AgentStatus
  /** The agents of `team:ID` or `all`, each once; `undefined` for a queue. */
  agentsOf(scope: string): readonly AgentSettings[] | undefined
  /** The sessions that an extension is in. */
  live(extension: string): readonly Session[]
}

/** What a window of some scopes holds. */
interface Reading {
  readonly tally: Tally
  readonly longest: number | undefined
  readonly longestAnswered: number | undefined
}

export function createFigureReader(sources: FigureSources): FigureReader {
  const { settings, zone, counts, occupancy, coverage } = sources
  const { answerWithinMs, formula } = settings.serviceLevel

  const endOf = (day: number): number => zone.nextDay(day, settings.dayStartsAtMinutes)

  const openIn = (scope: string, from: number, to: number): readonly Visit[] =>
    waitingIn(counts, scope).filter(({ arrivedAt }) => arrivedAt >= from && arrivedAt < to)

  const longerThanAllowed = (open: readonly Visit[]): number =>
    open.filter(({ arrivedAt }) => sources.now() - arrivedAt > answerWithinMs).length

  const visitFigures = (
    scope: string,
    { tally, ...reading }: Reading,
    from: number,
    to: number,
    hasTalked: (extensions: readonly string[]) => boolean,
  ): VisitFigures => {
    const now = sources.now()
    const open = openIn(scope, from, to)
    const oldest = open.find(({ isInGauge }) => isInGauge)
    const waits = [reading.longest, oldest && Math.max(0, now - oldest.arrivedAt)]
    const peaks = counts.gauges.peaks(scope, from, to, now)
    const agents = sources.agentsOf(scope)
    return {
      offered: tally.offered,
      answered: tally.answered,
      abandoned: tally.abandoned,
      shortAbandoned: tally.shortAbandoned,
      flowedOut: tally.flowedOut,
      lost: tally.lost,
      serviceLevel: serviceLevel(tally, longerThanAllowed(open), formula),
      abandonRate: abandonRate(tally),
      averageSpeedOfAnswer: share(tally.waitMs / 1000, tally.answeredKnown),
      averageHandleTime: share(tally.handleMs / 1000, tally.handled),
      averageServiceTime: share(tally.talkMs / 1000, tally.served),
      averageWaitOfAbandoned: share(tally.abandonedWaitMs / 1000, tally.abandonedKnown),
      longestWaitToday: inSeconds(waits.reduce(larger, undefined)),
      longestWaitOfAnswered: inSeconds(reading.longestAnswered),
      answeredWithin: tally.answeredWithin,
      answeredByEvent: tally.answeredByEvent,
      abandonedByEvent: tally.abandonedByEvent,
      maxWaiting: peaks.waiting,
      maxInService: peaks.inService,
      maxInProgress: peaks.inProgress,
      agentsAnswering: agents?.filter(({ extensions }) => hasTalked(extensions)).length,
    }
  }

  const readDay = (scope: string, day: number): Reading =>
    sumOf(counts.scopesOf(scope).flatMap((one) => counts.visits.sums.ofDay(one, day) ?? []))

  const callFigures = (scope: string, day: number): CallFigures => {
    const agents = sources.agentsOf(scope)
    if (agents === undefined) {
      const none = { direct: undefined, outbound: undefined, outboundAnswered: undefined }
      return { ...none, internal: undefined, occupancy: undefined }
    }
    const which = day === sources.dayStart() ? 'today' : 'yesterday'
    const work = agents.map((agent) => occupancy.workTime(agent, which, sources.now()))
    const busyMs = work.reduce((sum, one) => sum + one.busyMs, 0)
    const mannedMs = work.reduce((sum, one) => sum + one.mannedMs, 0)
    return { ...counts.calls.ofDay(scope, day), occupancy: share(busyMs, mannedMs) }
  }

  const gaugeFigures = (scope: string): GaugeFigures => {
    const waiting = waitingIn(counts, scope).filter(({ isInGauge }) => isInGauge)
    const oldest = waiting[0]?.arrivedAt
    const states = sources.agentsOf(scope)?.map((agent) => sources.agent(agent).state)
    const inState = (state: AgentState): number | undefined =>
      states?.filter((one) => one === state).length
    return {
      waitingCalls: waiting.length,
      longestWaitNow: inSeconds(oldest && Math.max(0, sources.now() - oldest)),
      agentsAvailable: inState('available'),
      agentsTalking: inState('talking'),
      agentsHold: inState('hold'),
      agentsRinging: inState('ringing'),
      agentsDialing: inState('dialing'),
      agentsWrapup: inState('wrapup'),
      agentsAway: inState('away'),
      agentsNotSeen: inState('notSeen'),
      agentsOffline: inState('offline'),
      agentsUnknown: inState('unknown'),
    }
  }

  /** The bounds of the intervals of a day, up to now. */
  const boundsOf = (minutes: IntervalMinutes, day: number): (readonly [number, number])[] => {
    const last = Math.min(sources.now(), endOf(day) - 1)
    const bounds: (readonly [number, number])[] = []
    for (let start = day; start <= last;) {
      const end = zone.nextInterval(start, minutes)
      bounds.push([start, end])
      start = end
    }
    return bounds
  }

  const readInterval = (scope: string, start: number, end: number): Reading =>
    sumOf(counts.scopesOf(scope).flatMap((one) => counts.visits.sums.between(one, start, end)))

  const knowledge = (start: number, end: number, tally: Tally): Knowledge => {
    const until = Math.min(end, sources.now())
    const isCovered = coverage.isCovered(start, until)
    return {
      isCovered: isCovered && isWhole(tally),
      isCounted: isCovered || (coverage.isCounted(start, until) && tally.inDoubt === 0),
    }
  }

  return {
    figures(scope, day = sources.dayStart()): Figures {
      sources.settle()
      const hasTalked = (extensions: readonly string[]): boolean =>
        counts.agents.hasTalkedOn(extensions, day)
      const ofVisits = visitFigures(scope, readDay(scope, day), day, endOf(day), hasTalked)
      return { ...ofVisits, ...gaugeFigures(scope), ...callFigures(scope, day) }
    },
    intervals(scope, minutes, day = sources.dayStart()) {
      sources.settle()
      return boundsOf(minutes, day).map(([start, end]) => {
        const hasTalked = (extensions: readonly string[]): boolean =>
          counts.agents.hasTalked(extensions, start, end)
        const window = readInterval(scope, start, end)
        const figures = visitFigures(scope, window, start, end, hasTalked)
        return { start, end, ...knowledge(start, end, window.tally), ...figures }
      })
    },
    volume(scope, minutes) {
      sources.settle()
      return boundsOf(minutes, sources.dayStart()).map(([start, end]) => {
        const { tally } = readInterval(scope, start, end)
        const longer = longerThanAllowed(openIn(scope, start, end))
        return {
          ...{ start, end, ...knowledge(start, end, tally) },
          ...{ offered: tally.offered, answered: tally.answered, abandoned: tally.abandoned },
          serviceLevel: serviceLevel(tally, longer, formula),
        }
      })
    },
    knowledge(scope) {
      sources.settle()
      const day = sources.dayStart()
      return knowledge(day, endOf(day), readDay(scope, day).tally)
    },
    agentFigures(extensions, day = sources.dayStart()) {
      sources.settle()
      const live = new Set(extensions.flatMap((extension) => sources.live(extension)))
      return counts.agents.figures(extensions, day, live, sources.now())
    },
    agentCounts(extensions) {
      sources.settle()
      return counts.agents.counts(extensions, sources.dayStart())
    },
    isCovered: (from, to) => coverage.isCovered(from, to),
  }
}

/** Visits of a scope that have no outcome yet, longest wait first. */
export function waitingIn(counts: Counts, scope: string): readonly Visit[] {
  return counts
    .scopesOf(scope)
    .flatMap((one) => [...counts.visits.open(one)])
    .sort((one, other) => one.arrivedAt - other.arrivedAt)
}

function sumOf(windows: readonly WindowTally[]): Reading {
  const tally = emptyTally()
  let longest: number | undefined
  let longestAnswered: number | undefined
  for (const window of windows) {
    addTally(tally, window.counts)
    longest = larger(longest, longestWait(window))
    longestAnswered = larger(longestAnswered, window.longestAnswered.get())
  }
  return { tally, longest, longestAnswered }
}

function inSeconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000
}
