import type {
  AgentFigures,
  CallFigures,
  FigureReader,
  Figures,
  GaugeFigures,
  IntervalFigures,
  Knowledge,
} from '../../src/domain/figures.ts'
import type { ConnectionEvent } from '../../src/domain/sessionEvent.ts'
import type { CentreSettings, TeamSettings } from '../../src/domain/settings.ts'
import { occupancy, stateAt, viewOf } from './reference/agentStates.ts'
import type { AgentView } from './reference/agentStates.ts'
import { holdMs, partsOf, talkMs, wrapUpOf } from './reference/agents.ts'
import { countCalls } from './reference/callCounts.ts'
import { groupCalls } from './reference/calls.ts'
import { dayOf, holds, intervalsOf } from './reference/days.ts'
import type { Window } from './reference/days.ts'
import { missedAt } from './reference/missed.ts'
import { readPeople } from './reference/people.ts'
import { visitsOfScope } from './reference/scopes.ts'
import { readSessions } from './reference/sessions.ts'
import { visitFigures } from './reference/visitFigures.ts'
import type { Visit } from './reference/visits.ts'
import { largest, mean } from './reference/words.ts'

/**
 * The figures of DESIGN 5 counted a second time, out of the whole list of events and without any of the domain's code:
 * slow, and as plain as can be. What happened after `now` (epoch ms) is not looked at.
 */
export function recount(
  settings: CentreSettings,
  list: readonly ConnectionEvent[],
  now: number,
): Omit<FigureReader, 'volume' | 'agentCounts'> & { visits(scope: string): readonly Visit[] } {
  const events = list.filter(({ at }) => at <= now)
  const people = readPeople(settings, events)
  const sessions = readSessions(events)
  const calls = groupCalls(sessions, people)
  const times = [...new Set(events.map(({ at }) => at))]
  const reading = { settings, people, sessions, times, now }
  const view = { sessions, events, settings, people }
  const views = new Map(people.agents.map((agent) => [agent.id, viewOf(agent, view)]))

  function windowOf(day = now): Window {
    return dayOf(day, settings.dayStartsAtMinutes)
  }

  function teamOf(scope: string): TeamSettings | undefined {
    return settings.teams.find(({ id }) => scope === `team:${id}`)
  }

  function viewsOf(scope: string): readonly AgentView[] {
    const agents = scope === 'all' ? people.agents : (teamOf(scope)?.agents ?? [])
    return agents.map(({ id }) => views.get(id)!)
  }

  const visitsByScope = new Map<string, readonly Visit[]>()
  function visits(scope: string): readonly Visit[] {
    const known = visitsByScope.get(scope) ?? visitsOfScope(scope, calls, reading)
    visitsByScope.set(scope, known)
    return known
  }

  function gauges(scope: string): GaugeFigures {
    const waits = visits(scope)
      .filter(({ outcome, leftAt }) => outcome === 'waiting' && leftAt === undefined)
      .map(({ arrivedAt }) => (now - arrivedAt) / 1000)
    const states = viewsOf(scope).map((view) => stateAt(view, now, windowOf()))
    const number = (state: string): number | undefined =>
      scope.startsWith('queue:') ? undefined : states.filter((one) => one === state).length
    return {
      waitingCalls: waits.length,
      longestWaitNow: largest(waits),
      agentsAvailable: number('available'),
      agentsTalking: number('talking'),
      agentsHold: number('hold'),
      agentsRinging: number('ringing'),
      agentsDialing: number('dialing'),
      agentsWrapup: number('wrapup'),
      agentsAway: number('away'),
      agentsNotSeen: number('notSeen'),
      agentsOffline: number('offline'),
      agentsUnknown: number('unknown'),
    }
  }

  function callFigures(scope: string, day: Window): CallFigures {
    if (scope.startsWith('queue:')) {
      const none = undefined
      return {
        direct: none,
        outbound: none,
        outboundAnswered: none,
        internal: none,
        occupancy: none,
      }
    }
    const begun = calls.filter((call) => holds(day, call.sessions[0]!.begin.at))
    return {
      ...countCalls(begun, settings.teams, teamOf(scope), people),
      occupancy: occupancy(viewsOf(scope), day, now),
    }
  }

  function agentsAnswering(scope: string, window: Window): number | undefined {
    if (scope.startsWith('queue:')) return undefined
    return viewsOf(scope).filter(({ parts }) =>
      parts.some(({ talkedAt }) => holds(window, talkedAt)),
    ).length
  }

  function figures(scope: string, day?: number): Figures {
    const window = windowOf(day)
    return {
      ...visitFigures(visits(scope), window, reading),
      ...gauges(scope),
      ...callFigures(scope, window),
      agentsAnswering: agentsAnswering(scope, window),
    }
  }

  function intervals(scope: string, minutes: number, day?: number): readonly IntervalFigures[] {
    return intervalsOf(windowOf(day), minutes, now).map((window) => ({
      start: window.from,
      end: window.to,
      ...knowledgeOf(scope, window),
      ...visitFigures(visits(scope), window, reading),
      agentsAnswering: agentsAnswering(scope, window),
    }))
  }

  function knowledgeOf(scope: string, window: Window): Knowledge {
    const isSeen = isCovered(window.from, Math.min(window.to, now))
    return { isCovered: isSeen && isKnown(scope, window), isCounted: isSeen }
  }

  function isKnown(scope: string, window: Window): boolean {
    const here = visits(scope).filter(({ arrivedAt }) => holds(window, arrivedAt))
    return here.every(
      ({ outcome, waitMs }) =>
        outcome !== 'lost' &&
        (waitMs !== undefined || !['answered', 'abandoned'].includes(outcome)),
    )
  }

  function agentFigures(extensions: readonly string[], day?: number): AgentFigures {
    const window = windowOf(day)
    const parts = partsOf({ id: '', name: '', extensions }, sessions, people)
    const answered = parts.filter(({ talkedAt }) => holds(window, talkedAt))
    const handled = answered.flatMap((part) => {
      const wrapUp = wrapUpOf(part, parts, settings)
      if (part.end === undefined || part.isLost || part.session.isFound) return []
      if (wrapUp !== undefined && wrapUp.to > now) return []
      const work = wrapUp === undefined ? 0 : wrapUp.to - wrapUp.from
      return [(talkMs(part, now) + holdMs(part, now) + work) / 1000]
    })
    return {
      calls: answered.length,
      missed: missedAt(extensions, calls, people).filter((at) => holds(window, at)).length,
      talkSeconds: answered.reduce((total, part) => total + talkMs(part, now), 0) / 1000,
      averageHandleTime: mean(handled),
      lastCallEndedAt: largest(answered.flatMap(({ end }) => end?.at ?? [])),
    }
  }

  function isCovered(from: number, to: number): boolean {
    const words = events.filter(({ type }) => type === 'snapshot' || type === 'lost')
    const edges = [{ type: 'lost', at: -Infinity }, ...words]
    const gaps = edges.flatMap(({ type, at }, index) => {
      if (type !== 'lost') return []
      const next = edges.slice(index + 1).find((edge) => edge.type === 'snapshot')
      return [{ from: at, to: next?.at ?? Infinity }]
    })
    return !gaps.some((gap) => gap.from < to && gap.to > from)
  }

  const knowledge = (scope: string): Knowledge => knowledgeOf(scope, windowOf(undefined))

  return { figures, intervals, agentFigures, isCovered, knowledge, visits }
}
