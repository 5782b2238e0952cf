import type { Config } from '../../contract/config.ts'
import type { InputProblem } from '../../contract/inputProblem.ts'
import { sharedSeatProblems } from './sharedSeats.ts'

type Team = Config['teams'][number]

/** Extensions that are two things at once. A range may include queues of its own team: these make no tiles. */
export function teamProblems(config: Config): readonly InputProblem[] {
  const services = new Set(config.pbx.services)
  return [
    ...config.teams.flatMap((team, index) => [
      ...twiceProblems(team, index),
      ...queueProblems(team, index, services),
      ...seatProblems(team, index, config, services),
    ]),
    ...sharedSeatProblems(config.teams),
  ]
}

/** Extensions of two agents of one team. */
function twiceProblems({ agents }: Team, index: number): readonly InputProblem[] {
  const owners = new Map<string, number>()
  return agents.flatMap(({ extensions }, place) => {
    const taken = extensions.filter((extension) => owners.has(extension))
    for (const extension of extensions) if (!owners.has(extension)) owners.set(extension, place)
    const [first] = taken
    if (first === undefined) return []
    const other = owners.get(first) ?? 0
    const name = agents[other]?.name ?? ''
    const owner = `teams[${index}].agents[${other}]${name === '' ? '' : ` (${name})`}`
    return [
      problem(
        agentPath(index, place),
        `${listed(taken)} of ${owner}`,
        'extensions of one agent only',
      ),
    ]
  })
}

function queueProblems(
  { queues }: Team,
  index: number,
  services: ReadonlySet<string>,
): readonly InputProblem[] {
  const both = queues.filter((queue) => services.has(queue))
  if (both.length === 0) return []
  const expected = 'each extension either in queues or in pbx.services'
  return [problem(`teams[${index}].queues`, `${listed(both)} of pbx.services`, expected)]
}

function seatProblems(
  team: Team,
  index: number,
  { teams }: Config,
  services: ReadonlySet<string>,
): readonly InputProblem[] {
  const queueOwners = new Map<string, string>()
  for (const { id, queues } of teams) for (const queue of queues) queueOwners.set(queue, id)
  const kindOf = (extension: string): string | undefined => {
    if (services.has(extension)) return 'pbx.services'
    const owner = queueOwners.get(extension)
    return owner === undefined ? undefined : `the queues of team "${owner}"`
  }
  const own = new Set(team.queues)
  const ranges = team.extensions.filter((extension) => !own.has(extension))
  return [
    ...byKind(`teams[${index}].extensions`, ranges, kindOf),
    ...team.agents.flatMap(({ extensions }, place) =>
      byKind(agentPath(index, place), extensions, kindOf),
    ),
  ]
}

/** One problem for each kind of thing that some of `extensions` are besides. */
function byKind(
  path: string,
  extensions: readonly string[],
  kindOf: (extension: string) => string | undefined,
): readonly InputProblem[] {
  const kinds = new Map<string, string[]>()
  for (const extension of extensions) {
    const kind = kindOf(extension)
    if (kind !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), extension])
  }
  return [...kinds].map(([kind, both]) =>
    problem(path, `${listed(both)} of ${kind}`, 'extensions of people only; leave these out'),
  )
}

function agentPath(team: number, agent: number): string {
  return `teams[${team}].agents[${agent}].extensions`
}

function problem(path: string, found: string, expected: string): InputProblem {
  return { path, code: 'other', found, expected }
}

const mostListed = 5

function listed(extensions: readonly string[]): string {
  const rest = extensions.length - mostListed
  return extensions.slice(0, mostListed).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
