import type { Config } from '../../contract/config.ts'
import type { InputProblem } from '../../contract/inputProblem.ts'
import { teamOf } from '../../contract/siteOf.ts'
import type { AgentSettings } from '../../domain/settings.ts'

interface Seat {
  readonly team: string
  readonly agent: AgentSettings
}

/**
 * Agents of two teams who share an extension and are not the same, having others besides: a wall of both would show one
 * phone twice.
 */
export function sharedSeatProblems(teams: Config['teams']): readonly InputProblem[] {
  const seats = new Map<string, Seat>()
  const problems = new Map<string, InputProblem>()
  for (const [index, team] of teams.entries()) {
    for (const agent of teamOf(team).agents) {
      for (const extension of agent.extensions) {
        const other = seats.get(extension)
        if (other === undefined) seats.set(extension, { team: team.id, agent })
        else if (other.team !== team.id && !isSameSet(other.agent, agent)) {
          const pair = `${index} ${agent.id} ${other.team} ${other.agent.id}`
          problems.set(pair, problemOf(team, index, agent, extension, other))
        }
      }
    }
  }
  return [...problems.values()]
}

function problemOf(
  team: Config['teams'][number],
  index: number,
  agent: AgentSettings,
  extension: string,
  other: Seat,
): InputProblem {
  const place = team.agents.findIndex(({ extensions }) => extensions.includes(extension))
  const path =
    place < 0 ? `teams[${index}].extensions` : `teams[${index}].agents[${place}].extensions`
  return {
    path,
    code: 'other',
    found: `${written(agent)}, while team "${other.team}" has ${written(other.agent)}`,
    expected: 'the same extensions for an agent in every team',
  }
}

function written({ name, extensions }: AgentSettings): string {
  return `${name === '' ? '' : `${name} `}[${extensions.slice(0, 5).join(', ')}]`
}

function isSameSet(one: AgentSettings, other: AgentSettings): boolean {
  return (
    one.extensions.length === other.extensions.length &&
    one.extensions.every((extension) => other.extensions.includes(extension))
  )
}
