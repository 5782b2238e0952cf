import { createActivityBook } from './activityBook.ts'
import type { ActivityBook } from './activityBook.ts'
import { createAgentBook } from './agentBook.ts'
import type { AgentBook } from './agentBook.ts'
import type { Call } from './call.ts'
import { createCallCounts } from './callCounts.ts'
import type { CallCounts } from './callCounts.ts'
import { readCallKind } from './callKind.ts'
import { createGauges } from './gauges.ts'
import type { Gauges } from './gauges.ts'
import { readParts } from './parts.ts'
import { readVisits } from './readVisits.ts'
import type { Roles } from './roles.ts'
import type { WrapUpsOf } from './service.ts'
import type { CentreSettings, TeamSettings } from './settings.ts'
import { stopsOf } from './stays.ts'
import { everyTeamScope, queueScope, teamScope } from './visit.ts'
import type { Visit } from './visit.ts'
import { createVisitBook } from './visitBook.ts'
import type { VisitBook } from './visitBook.ts'
import type { Zone } from './zone.ts'

/** All that is counted of calls. A call is read as a whole whenever it changes, and its counts are replaced. */
export interface Counts {
  readonly activities: ActivityBook
  readonly visits: VisitBook
  readonly agents: AgentBook
  readonly calls: CallCounts
  readonly gauges: Gauges
  /** Reads the call as of `at`, epoch ms, and tells when to read it again though nothing happens to it. */
  read(call: Call, at: number): readonly number[]
  /** Takes back all that was counted of a call that was merged into another. */
  takeBack(callId: string, at: number): void
  /** The call will not change any more. */
  forget(call: Call): void
  /** Begins to count for a team, in the place of one with the same id, at `at`, epoch ms. An ad-hoc one is not in `all`. */
  learnTeam(team: TeamSettings, isAdHoc: boolean, at: number): void
  /** Where the visits of `queue:ID`, `team:ID` or `all` are. */
  scopesOf(scope: string): readonly string[]
  dropBefore(day: number): void
}

export function createCounts(settings: CentreSettings, roles: Roles, zone: Zone): Counts {
  const { dayStartsAtMinutes } = settings
  const activities = createActivityBook(settings, roles)
  const visits = createVisitBook(settings, zone)
  const agents = createAgentBook(zone, dayStartsAtMinutes, roles)
  const calls = createCallCounts(zone, dayStartsAtMinutes)
  const gauges = createGauges(zone)
  const teams = new Map<string, TeamSettings>()
  const adHoc = new Set<TeamSettings>()
  const scopes = new Map<string, readonly string[]>([['all', [everyTeamScope]]])
  const known = new Set<string>()
  const wrapUpsOf: WrapUpsOf = (sessionId) => activities.wrapUpsOf(sessionId)
  const shortAbandonMs = settings.serviceLevel.shortAbandonMs
  const rules = {
    ...{ roles, shortAbandonMs, wrapUpsOf },
    teamsWithoutQueues: [] as readonly TeamSettings[],
    everyTeam: [] as readonly TeamSettings[],
  }

  const replaceVisits = (callId: string, read: readonly Visit[], at: number): void => {
    const { gone, come } = visits.replace(callId, read)
    gauges.change(gone, come, at)
  }

  const visitsOfAll = (): readonly Visit[] => [...known].flatMap((id) => visits.visitsOf(id))

  const watch = (name: string, of: readonly string[], at: number): void => {
    scopes.set(name, of)
    gauges.watch(name, of, visitsOfAll(), at)
  }

  return {
    ...{ activities, visits, agents, calls, gauges },
    read(call, at) {
      known.add(call.id)
      const stops = stopsOf(call, roles)
      const read = readVisits(call, stops, rules, at)
      replaceVisits(call.id, read, at)
      agents.replace(call.id, readParts(call, roles, wrapUpsOf, at))
      calls.replace(call.id, readCallKind(call, stops, roles))
      return read.flatMap(({ settlesAt }) => settlesAt ?? [])
    },
    takeBack(callId, at) {
      known.delete(callId)
      replaceVisits(callId, [], at)
      agents.replace(callId, [])
      calls.replace(callId, undefined)
    },
    forget(call) {
      known.delete(call.id)
      visits.forget(call.id)
      agents.forget(call.id)
      calls.forget(call.id)
      for (const { id } of call.sessions) activities.forget(id)
    },
    learnTeam(team, isAdHoc, at) {
      teams.set(team.id, team)
      if (isAdHoc) adHoc.add(team)
      roles.learnTeam(team)
      activities.learnTeam(team)
      calls.learnTeam(team, isAdHoc)
      rules.teamsWithoutQueues = [...teams.values()].filter(({ queues }) => queues.length === 0)
      const queues = team.queues.map(queueScope)
      for (const queue of queues) if (!scopes.has(queue)) watch(queue, [queue], at)
      watch(teamScope(team.id), queues.length > 0 ? queues : [teamScope(team.id)], at)
      const every = [...teams.values()].filter((known) => !adHoc.has(known))
      rules.everyTeam = every.filter((known) => known.queues.length === 0)
      const all = every.flatMap((known) => known.queues.map(queueScope))
      watch('all', [...new Set(all), everyTeamScope], at)
    },
    scopesOf: (scope) => scopes.get(scope) ?? [scope],
    dropBefore(day) {
      visits.sums.dropBefore(day)
      agents.dropBefore(day)
      calls.dropBefore(day)
      gauges.dropBefore(day)
    },
  }
}
