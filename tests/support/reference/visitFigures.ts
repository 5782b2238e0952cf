import type { VisitFigures } from '../../../src/domain/figures.ts'
import type { CentreSettings } from '../../../src/domain/settings.ts'
import { partsOf, wrapUpOf } from './agents.ts'
import type { Part } from './agents.ts'
import { holds } from './days.ts'
import type { Window } from './days.ts'
import type { People } from './people.ts'
import { answeredAt, spent } from './sessions.ts'
import type { Leg, Session } from './sessions.ts'
import type { Outcome, Visit } from './visits.ts'
import { isHolding, isTalking, largest, mean, share } from './words.ts'

/** The list of events read, as of `now`, epoch ms. */
export interface Reading {
  readonly settings: CentreSettings
  readonly people: People
  readonly sessions: readonly Session[]
  /** Every ms in which something was told. */
  readonly times: readonly number[]
  readonly now: number
}

/** The figures of a scope's visits over a day or an interval; DESIGN 5. */
export function visitFigures(
  visits: readonly Visit[],
  window: Window,
  reading: Reading,
): Omit<VisitFigures, 'agentsAnswering'> {
  const here = visits.filter(({ arrivedAt }) => holds(window, arrivedAt))
  const by = (outcome: Outcome): readonly Visit[] =>
    here.filter((visit) => visit.outcome === outcome)
  const answered = by('answered')
  const gauge = here
    .filter(({ outcome, leftAt }) => outcome === 'waiting' && leftAt === undefined)
    .map(({ arrivedAt }) => reading.now - arrivedAt)
  const service = answered.map((visit) => serviceOf(visit, reading))
  const seconds = (values: readonly (number | undefined)[]): readonly number[] =>
    values.flatMap((value) => (value === undefined ? [] : [value / 1000]))
  return {
    offered: here.length,
    answered: answered.length,
    abandoned: by('abandoned').length,
    shortAbandoned: by('shortAbandoned').length,
    flowedOut: by('flowedOut').length,
    lost: by('lost').length,
    serviceLevel: serviceLevel(here, reading),
    abandonRate: share(
      by('abandoned').length,
      answered.length + by('abandoned').length + by('flowedOut').length,
    ),
    averageSpeedOfAnswer: mean(seconds(answered.map(({ waitMs }) => waitMs))),
    averageHandleTime: mean(seconds(service.map(({ handleMs }) => handleMs))),
    averageServiceTime: mean(seconds(service.map(({ talkMs }) => talkMs))),
    averageWaitOfAbandoned: mean(seconds(by('abandoned').map(({ waitMs }) => waitMs))),
    longestWaitToday: largest(seconds([...here.map(({ waitMs }) => waitMs), ...gauge])),
    longestWaitOfAnswered: largest(seconds(answered.map(({ waitMs }) => waitMs))),
    answeredWithin: answered.filter((visit) => isWithin(visit, reading)).length,
    answeredByEvent: byEvent(visits, 'answered', window),
    abandonedByEvent: byEvent(visits, 'abandoned', window),
    ...peaks(visits, window, reading),
  }
}

function isWithin({ waitMs }: Visit, { settings }: Reading): boolean {
  return waitMs !== undefined && waitMs <= settings.serviceLevel.answerWithinMs
}

function byEvent(visits: readonly Visit[], outcome: Outcome, window: Window): number {
  return visits.filter((visit) => visit.outcome === outcome && holds(window, visit.outcomeAt))
    .length
}

function serviceLevel(visits: readonly Visit[], reading: Reading): number | undefined {
  const { formula, answerWithinMs } = reading.settings.serviceLevel
  const number = (outcome: Outcome): number =>
    visits.filter((visit) => visit.outcome === outcome && visit.waitMs !== undefined).length
  const inTime = (outcome: Outcome): number =>
    visits.filter((visit) => visit.outcome === outcome && isWithin(visit, reading)).length
  const waitingLonger = visits.filter(
    ({ outcome, arrivedAt }) => outcome === 'waiting' && reading.now - arrivedAt > answerWithinMs,
  ).length
  const all = number('answered') + number('abandoned') + number('flowedOut') + waitingLonger
  switch (formula) {
    case 'offered':
      return share(inTime('answered'), all)
    case 'answered':
      return share(inTime('answered'), number('answered'))
    case 'positive':
      return share(
        inTime('answered') + inTime('abandoned') + number('shortAbandoned'),
        all + number('shortAbandoned'),
      )
  }
}

/** What persons did for an answered visit, ms; `undefined` while it goes on, or when part of it was not seen. */
function serviceOf(
  { service }: Visit,
  reading: Reading,
): { readonly talkMs: number | undefined; readonly handleMs: number | undefined } {
  const { now } = reading
  const isOver = service.every((leg) => leg.to !== undefined)
  const isSeen = service.every(({ session }) => !session.isFound && !session.isLost)
  if (!isOver || !isSeen) return { talkMs: undefined, handleMs: undefined }
  const total = (value: (leg: Leg) => number): number =>
    service.reduce((sum, leg) => sum + value(leg), 0)
  const talkMs = total((leg) => spent(leg, isTalking, now))
  const wrapUps = service.flatMap((leg) => wrapUpAfter(leg, reading) ?? [])
  const isDone = wrapUps.every(({ to }) => to <= now)
  const work = wrapUps.reduce((sum, { from, to }) => sum + to - from, 0)
  const handleMs = talkMs + total((leg) => spent(leg, isHolding, now)) + work
  return { talkMs, handleMs: isDone ? handleMs : undefined }
}

function wrapUpAfter(leg: Leg, reading: Reading): { from: number; to: number } | undefined {
  const agent = reading.people.agentOf(leg.callee)
  if (agent === undefined) return undefined
  const parts: readonly Part[] = partsOf(agent, reading.sessions, reading.people)
  const part = parts.find(({ legs }) => legs.includes(leg))
  // Of several legs in one session the last one has the work after it.
  if (part?.legs[part.legs.length - 1] !== leg) return undefined
  return wrapUpOf(part, parts, reading.settings)
}

/** The most at any one moment of the window: as it begins, and after everything of one ms has happened. */
function peaks(
  visits: readonly Visit[],
  window: Window,
  { times, now }: Reading,
): Pick<VisitFigures, 'maxWaiting' | 'maxInService' | 'maxInProgress'> {
  const moments = [window.from, ...times].filter((at) => at <= now && holds(window, at))
  const gauges = moments.map((at) => ({
    waiting: visits.filter((visit) => waitsAt(visit, at)).length,
    inService: visits.filter((visit) => isServedAt(visit, at)).length,
  }))
  return {
    maxWaiting: largest(gauges.map(({ waiting }) => waiting)) ?? 0,
    maxInService: largest(gauges.map(({ inService }) => inService)) ?? 0,
    maxInProgress: largest(gauges.map(({ waiting, inService }) => waiting + inService)) ?? 0,
  }
}

/** As one who looked at `at` would have seen it: between two phones that ring nobody waits. */
function waitsAt({ arrivedAt, leftAt, waits }: Visit, at: number): boolean {
  if (arrivedAt > at || (leftAt !== undefined && leftAt <= at)) return false
  return waits.some(({ from, to }) => from.at <= at && (to === undefined || to.at > at))
}

function isServedAt({ service }: Visit, at: number): boolean {
  return service.some((leg) => {
    const since = answeredAt(leg)
    return since !== undefined && since <= at && (leg.to === undefined || leg.to.at > at)
  })
}
