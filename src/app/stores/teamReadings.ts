import type { ComputedRef, ShallowRef } from 'vue'
import { computed } from 'vue'
import type { AgentStatus } from '../../domain/agentState.ts'
import type { Centre } from '../../domain/centre.ts'
import type { CentreSettings, TeamSettings } from '../../domain/settings.ts'
import { everyTeamScope, teamScope } from '../../domain/visit.ts'
import { messages } from '../locales/messages.ts'

/** Who is on the wall, and what it is called. */
export interface TeamReadings {
  /** The teams of the config; without any, one team of all that the PBX lists, less queues and services. */
  readonly teams: ComputedRef<readonly TeamSettings[]>
  /** The agents of a team as they were at the reading; the same objects for those that did not change. */
  readonly agentsOf: (team: TeamSettings) => readonly AgentStatus[]
  /** What a scope of visits is called on the wall: the name of the queue or team, else its number. */
  readonly nameOfScope: (scope: string) => string
}

export function teamReadings(
  reading: Readonly<ShallowRef<{ readonly centre: Centre } | undefined>>,
  settings: Readonly<ShallowRef<CentreSettings | undefined>>,
): TeamReadings {
  const known = computed(() => reading.value?.centre.teams() ?? settings.value?.teams ?? [])
  const teams = computed<readonly TeamSettings[]>(() =>
    known.value.map((team) => (team.name === '' ? { ...team, name: messages.everyone } : team)),
  )
  return {
    teams,
    agentsOf(team) {
      const centre = reading.value?.centre
      return centre === undefined ? [] : team.agents.map((agent) => centre.agent(agent))
    },
    nameOfScope(scope) {
      if (scope === everyTeamScope) return ''
      const id = scope.replace(/^(queue|team):/, '')
      const team = teams.value.find((candidate) => teamScope(candidate.id) === scope)
      const name = team?.name ?? reading.value?.centre.nameOf(id) ?? ''
      return name === '' ? id : name
    },
  }
}
