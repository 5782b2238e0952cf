import { createActivityBook } from './activityBook.ts'
import type { ActivityBook } from './activityBook.ts'
import { createAgentBook } from './agentBook.ts'
import type { AgentBook } from './agentBook.ts'
import type { Call } from './call.ts'
import { createCallCounts } from './callCounts.ts'
import type { CallCounts } from './callCounts.ts'
import { readCallKind } from './callKind.ts'
import type { Counted } from './counted.ts'
import { createGauges } from './gauges.ts'
import type { Gauges } from './gauges.ts'
import { readParts } from './parts.ts'
import { readVisits } from './readVisits.ts'
import type { Roles } from './roles.ts'
import type { WrapUpsOf } from './service.ts'
import type { CentreSettings, TeamSettings } from './settings.ts'
import { stopsOf } from './stays.ts'
import type { TeamPhones } from './stays.ts'
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
  /** Counts the call as of `at`, epoch ms, in the place of what was counted of it; and hands out its visits as read. */
  read(counted: Counted, call: Call, at: number): readonly Visit[]
  /** Takes back all that was counted of a call that was merged into another. */
  takeBack(counted: Counted, at: number): void
  /** The call will not change any more. */
  forget(counted: Counted, call: Call): void
  /**
   * Begins to count for a team, in the place of one with the same id, at `at`, epoch ms. An ad-hoc one is not in `all`.
   * `present`: all visits that are counted and may change yet.
   */
  learnTeam(team: TeamSettings, isAdHoc: boolean, at: number, present: readonly Visit[]): void
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
  const wrapUpsOf: WrapUpsOf = (sessionId) => activities.wrapUpsOf(sessionId)
  const shortAbandonMs = settings.serviceLevel.shortAbandonMs
  const rules = {
    ...{ roles, shortAbandonMs, wrapUpsOf },
    teamsWithoutQueues: [] as readonly TeamPhones[],
    everyTeam: phonesOf(everyTeamScope, []),
  }

  const replaceVisits = (counted: Counted, come: readonly Visit[], at: number): void => {
    const gone = counted.visits
    const kept = visits.replace(gone, come)
    if (kept === gone) return
    gauges.change(gone, kept, at)
    counted.visits = kept
  }

  return {
    ...{ activities, visits, agents, calls, gauges },
    read(counted, call, at) {
      const stops = stopsOf(call, roles)
      const read = readVisits(call, stops, rules, at)
      replaceVisits(counted, read, at)
      const parts = readParts(call, roles, wrapUpsOf, at)
      agents.replace(counted.parts, parts)
      counted.parts = parts
      counted.kind = calls.replace(counted.kind, readCallKind(call, stops, roles))
      return read
    },
    takeBack(counted, at) {
      replaceVisits(counted, [], at)
      agents.replace(counted.parts, [])
      counted.parts = []
      counted.kind = calls.replace(counted.kind, undefined)
    },
    forget(counted, call) {
      visits.settle(counted.visits)
      for (const { id } of call.sessions) activities.forget(id)
    },
    learnTeam(team, isAdHoc, at, present) {
      const watch = (name: string, of: readonly string[]): void => {
        scopes.set(name, of)
        gauges.watch(name, of, present, at)
      }
      teams.set(team.id, team)
      if (isAdHoc) adHoc.add(team)
      roles.learnTeam(team)
      activities.learnTeam(team)
      calls.learnTeam(team, isAdHoc)
      rules.teamsWithoutQueues = [...teams.values()]
        .filter(hasNoQueues)
        .map((known) => phonesOf(teamScope(known.id), [known]))
      const queues = team.queues.map(queueScope)
      for (const queue of queues) if (!scopes.has(queue)) watch(queue, [queue])
      watch(teamScope(team.id), queues.length > 0 ? queues : [teamScope(team.id)])
      const every = [...teams.values()].filter((known) => !adHoc.has(known))
      rules.everyTeam = phonesOf(everyTeamScope, every.filter(hasNoQueues))
      const all = every.flatMap((known) => known.queues.map(queueScope))
      watch('all', [...new Set(all), everyTeamScope])
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

const hasNoQueues = ({ queues }: TeamSettings): boolean => queues.length === 0

function phonesOf(scope: string, teams: readonly TeamSettings[]): TeamPhones {
  const agents = teams.flatMap((team) => team.agents)
  return { scope, extensions: new Set(agents.flatMap(({ extensions }) => extensions)) }
}
