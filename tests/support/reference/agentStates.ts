import type { AgentState } from '../../../src/domain/agentState.ts'
import type { ConnectionEvent } from '../../../src/domain/sessionEvent.ts'
import type { AgentSettings, CentreSettings } from '../../../src/domain/settings.ts'
import { partsOf, wrapUpOf } from './agents.ts'
import type { Part } from './agents.ts'
import { holds } from './days.ts'
import type { Window } from './days.ts'
import type { People } from './people.ts'
import type { Leg, Session } from './sessions.ts'
import { isHolding, isTalking, share } from './words.ts'

/** All that decides an agent's state. */
export interface AgentView {
  readonly agent: AgentSettings
  readonly parts: readonly Part[]
  /** Every leg that he is a party of. */
  readonly legs: readonly Leg[]
  readonly wrapUps: readonly Window[]
  readonly sessions: readonly Session[]
  readonly events: readonly ConnectionEvent[]
  readonly settings: CentreSettings
  readonly people: People
}

const busyStates: readonly AgentState[] = ['talking', 'hold', 'ringing', 'dialing']

export function viewOf(
  agent: AgentSettings,
  all: Pick<AgentView, 'sessions' | 'events' | 'settings' | 'people'>,
): AgentView {
  const parts = partsOf(agent, all.sessions, all.people)
  const legs = all.sessions
    .flatMap((session) => session.legs)
    .filter(({ caller, callee }) => agent.extensions.some((id) => id === caller || id === callee))
  const wrapUps = parts.flatMap((part) => wrapUpOf(part, parts, all.settings) ?? [])
  return { ...all, agent, parts, legs, wrapUps }
}

/** The state of the tile at `at`, epoch ms, when everything of that ms has happened; `day` holds `at`. DESIGN 2.5. */
export function stateAt(view: AgentView, at: number, day: Window): AgentState {
  const { agent, parts, settings, events } = view
  const lostAt = lossBefore(events, at)
  if (lostAt !== undefined && at >= lostAt + keepStateMs) return 'unknown'
  const live = liveStates(view, at)
  const busy = busyStates.find((state) => live.includes(state))
  if (busy !== undefined) return busy
  if (view.wrapUps.some((one) => holds(one, lostAt ?? at))) return 'wrapup'
  if (!events.some((event) => event.type === 'snapshot' && event.at <= at)) return 'unknown'
  if (isAway(agent, view.sessions, settings, at)) return 'away'
  const isSeen = parts.some(
    ({ begin, end }) => begin.at <= at && (end === undefined || end.at >= day.from),
  )
  return isSeen || !settings.presence.notSeen ? 'available' : 'notSeen'
}

function liveStates({ agent, legs, people }: AgentView, at: number): readonly AgentState[] {
  const isOn = (from: number, to: number | undefined): boolean =>
    from <= at && (to === undefined || to > at)
  return legs.flatMap((leg): AgentState[] => {
    const isCallee = agent.extensions.includes(leg.callee)
    const isCaller = agent.extensions.includes(leg.caller)
    const span = leg.spans.find(({ from, to }) => isOn(from, to))
    if ((!isCallee && !isCaller) || span === undefined) return []
    if (!isCallee && (people.isQueue(leg.callee) || people.isService(leg.callee))) {
      return ['dialing']
    }
    if (isTalking(span.state)) return ['talking']
    if (isHolding(span.state)) return ['hold']
    return [isCallee ? 'ringing' : 'dialing']
  })
}

const keepStateMs = 5 * 60_000

/** When the connection was lost that had not come back at `at`. */
function lossBefore(events: readonly ConnectionEvent[], at: number): number | undefined {
  const words = events.filter(
    (event) => event.at <= at && (event.type === 'snapshot' || event.type === 'lost'),
  )
  const last = words.map(({ type }) => type).lastIndexOf('snapshot')
  return last < 0 ? undefined : words[last + 1]?.at
}

function isAway(
  agent: AgentSettings,
  sessions: readonly Session[],
  { presence }: CentreSettings,
  at: number,
): boolean {
  const dialled = sessions.filter(
    ({ begin, legs }) => begin.at <= at && agent.extensions.includes(legs[0]!.caller),
  )
  const words = dialled.flatMap(({ legs }) => {
    const { callee } = legs[0]!
    if (callee in presence.away) return ['away']
    return presence.back.includes(callee) ? ['back'] : []
  })
  return words[words.length - 1] === 'away'
}

/** The agent's times on one day until `now`, ms: at work, and at work or free. */
export function occupiedMs(
  view: AgentView,
  day: Window,
  now: number,
): { readonly busy: number; readonly all: number } {
  const until = Math.min(day.to, now)
  const parts = view.parts.filter(
    ({ begin, end }) =>
      begin.at <= now && begin.at < day.to && (end === undefined || end.at >= day.from),
  )
  if (parts.length === 0) return { busy: 0, all: 0 }
  const from = Math.max(day.from, Math.min(...parts.map(({ begin }) => begin.at)))
  const to = Math.min(until, Math.max(...parts.map(({ end }) => end?.at ?? Infinity)))
  const told = [...view.events.map(({ at }) => at), ...view.wrapUps.map((one) => one.to), from, to]
  const changes = [...new Set(told)]
    .filter((at) => at >= from && at <= to)
    .sort((one, other) => one - other)
  const stretches = changes.slice(1).map((end, index) => {
    const begin = changes[index]!
    return { state: stateAt(view, begin, day), ms: end - begin }
  })
  const total = (states: readonly AgentState[]): number =>
    stretches.reduce((sum, { state, ms }) => (states.includes(state) ? sum + ms : sum), 0)
  return {
    busy: total(['talking', 'hold', 'wrapup']),
    all: total(['talking', 'hold', 'wrapup', 'available']),
  }
}

/** The busy share of the agents' times, summed over them. */
export function occupancy(
  views: readonly AgentView[],
  day: Window,
  now: number,
): number | undefined {
  const times = views.map((view) => occupiedMs(view, day, now))
  const total = (pick: 'busy' | 'all'): number => times.reduce((sum, one) => sum + one[pick], 0)
  return share(total('busy'), total('all'))
}
