import type { TeamSettings } from '../../domain/settings.ts'
import { queueScope, teamScope } from '../../domain/visit.ts'

/** Where the visits of a team are counted: at its queues, or at the team itself when it has none. */
export function scopesOf(teams: readonly TeamSettings[]): readonly string[] {
  const scopes = teams.flatMap((team) =>
    team.queues.length > 0 ? team.queues.map(queueScope) : [teamScope(team.id)],
  )
  return [...new Set(scopes)]
}

/** Every extension and queue of the teams. */
export function membersOf(teams: readonly TeamSettings[]): ReadonlySet<string> {
  return new Set(
    teams.flatMap(({ queues, agents }) => [
      ...queues,
      ...agents.flatMap(({ extensions }) => extensions),
    ]),
  )
}
