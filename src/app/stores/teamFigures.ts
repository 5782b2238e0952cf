import type { WallConfig } from '../../contract/wallConfig.ts'
import type { AgentStatus } from '../../domain/agentState.ts'
import type { Centre } from '../../domain/centre.ts'
import { abandonRate, averageSpeedOfAnswerMs, serviceLevel } from '../../domain/tally.ts'
import type { FigureView, Level } from '../components/views.ts'

export interface FigureSource {
  readonly centre: Centre
  readonly config: WallConfig
  /** `team:ID`, or `all`. */
  readonly scope: string
  readonly scopes: readonly string[]
  readonly agents: readonly AgentStatus[]
  /** Epoch ms of site time. */
  readonly now: number
  readonly thresholds: Readonly<Record<string, readonly [number, number]>>
  /** The one line under each number. */
  readonly notes: FigureNotes
}

export interface FigureNotes {
  target(withinSeconds: number, target: number): string
  offered(count: number): string
  abandoned(count: number, short: number): string
  atWork(count: number): string
  average: string
  now: string
}

/** The figures of the strip, DESIGN 5; today's are partial unless nothing was missed since the day began. */
export function figuresOf(source: FigureSource): readonly FigureView[] {
  const { centre, config, agents, now, notes } = source
  const { answerWithinSeconds, target, formula } = config.serviceLevel
  const dayStart = centre.dayStart()
  const tally = centre.visits.sum(source.scopes, dayStart, Infinity)
  const open = centre.visits.waiting(source.scopes)
  const gauge = open.filter(({ isInGauge }) => isInGauge)
  const waitingLonger = open.filter(
    ({ arrivedAt }) => arrivedAt >= dayStart && now - arrivedAt > answerWithinSeconds * 1000,
  ).length
  const oldest = gauge[0]?.arrivedAt
  const isPartial = (centre.coveredSince() ?? Infinity) > dayStart
  const free = agents.filter(({ state }) => state === 'available').length
  const atWork = agents.filter(({ state }) => !absent.includes(state)).length
  const seconds = (ms: number | undefined): number | undefined => ms && ms / 1000

  const figure = (
    name: string,
    kind: FigureView['kind'],
    value: number | undefined,
    note: string,
    ofToday = true,
  ): FigureView => ({
    name,
    scope: source.scope,
    kind,
    value,
    level: levelOf(value, source.thresholds[name], name === 'serviceLevel'),
    isPartial: ofToday && isPartial,
    note,
  })

  return [
    figure('waitingCalls', 'count', gauge.length, notes.now, false),
    figure(
      'longestWaitNow',
      'seconds',
      oldest === undefined ? undefined : Math.max(0, now - oldest) / 1000,
      notes.now,
      false,
    ),
    figure(
      'serviceLevel',
      'ratio',
      serviceLevel(tally, waitingLonger, formula),
      notes.target(answerWithinSeconds, target),
    ),
    figure('answered', 'count', tally.answered, notes.offered(tally.offered)),
    figure(
      'abandonRate',
      'ratio',
      abandonRate(tally),
      notes.abandoned(tally.abandoned, tally.shortAbandoned),
    ),
    figure(
      'averageSpeedOfAnswer',
      'seconds',
      seconds(averageSpeedOfAnswerMs(tally)),
      notes.average,
    ),
    figure('agentsAvailable', 'count', free, notes.atWork(atWork), false),
  ]
}

const absent: readonly AgentStatus['state'][] = ['notSeen', 'offline', 'unknown', 'away']

/** How far a value is beyond its two thresholds; `>=` where higher is worse, `<` where lower is. */
export function levelOf(
  value: number | undefined,
  thresholds: readonly [number, number] | undefined,
  isLowerWorse: boolean,
): Level {
  if (value === undefined || thresholds === undefined) return 'ok'
  const [warn, alarm] = thresholds
  if (isLowerWorse ? value < alarm : value >= alarm) return 'alarm'
  return (isLowerWorse ? value < warn : value >= warn) ? 'warn' : 'ok'
}
