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
      const isSame = sameSetAs(agent)
      for (const extension of agent.extensions) {
        const other = seats.get(extension)
        if (other === undefined) seats.set(extension, { team: team.id, agent })
        else if (other.team !== team.id && !isSame(other.agent)) {
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

/** Whether another agent has just the extensions of `agent`; each is looked at once, since there may be thousands. */
function sameSetAs({ extensions }: AgentSettings): (other: AgentSettings) => boolean {
  const own = new Set(extensions)
  const known = new Map<AgentSettings, boolean>()
  return (other) => {
    const isSame =
      known.get(other) ??
      (other.extensions.length === own.size && other.extensions.every((one) => own.has(one)))
    known.set(other, isSame)
    return isSame
  }
}
