import type { TeamSettings } from '../../domain/settings.ts'

/** Every extension and queue of the teams. */
export function membersOf(teams: readonly TeamSettings[]): ReadonlySet<string> {
  return new Set(
    teams.flatMap(({ queues, agents }) => [
      ...queues,
      ...agents.flatMap(({ extensions }) => extensions),
    ]),
  )
}

/** The queues of the teams, each once, in the order of the config. */
export function queuesOf(teams: readonly TeamSettings[]): readonly string[] {
  return [...new Set(teams.flatMap(({ queues }) => queues))]
}
