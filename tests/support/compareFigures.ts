import type { FigureReader, IntervalMinutes } from '../../src/domain/figures.ts'
import type { CentreSettings } from '../../src/domain/settings.ts'

/** What is compared of a centre and of the recount: a chart draws the same intervals. */
type Reader = Omit<FigureReader, 'volume' | 'agentCounts'>

/** Whole seconds and shares are compared to this; counts are equal anyway or far from it. */
const tolerance = 1e-6

/** Every scope of a site: its queues, its teams, and all. */
export function scopesOf({ teams }: CentreSettings): readonly string[] {
  const queues = new Set(teams.flatMap((team) => team.queues))
  return [
    ...[...queues].map((queue) => `queue:${queue}`),
    ...teams.map(({ id }) => `team:${id}`),
    'all',
  ]
}

/** Every figure that two readers tell of one day, in words; empty when they agree. */
export function differences(
  settings: CentreSettings,
  one: Reader,
  other: Reader,
  day: number | undefined,
  minutes: IntervalMinutes,
): readonly string[] {
  const scopes = scopesOf(settings)
  const agents = settings.teams.flatMap((team) => team.agents)
  return [
    ...scopes.flatMap((scope) =>
      unequal(scope, one.figures(scope, day), other.figures(scope, day)),
    ),
    ...scopes.flatMap((scope) => unequal(scope, one.knowledge(scope), other.knowledge(scope))),
    ...scopes.flatMap((scope) => {
      const rows = one.intervals(scope, minutes, day)
      const otherRows = other.intervals(scope, minutes, day)
      const length = Math.max(rows.length, otherRows.length)
      return Array.from({ length }).flatMap((_, index) =>
        unequal(`${scope} ${minutes} min #${index}`, rows[index] ?? {}, otherRows[index] ?? {}),
      )
    }),
    ...agents.flatMap(({ id, extensions }) =>
      unequal(
        `agent:${id}`,
        one.agentFigures(extensions, day),
        other.agentFigures(extensions, day),
      ),
    ),
  ]
}

function unequal(name: string, one: object, other: object): readonly string[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return keys.flatMap((key) => {
    const [value, otherValue] = [one, other].map(
      (figures) => new Map(Object.entries(figures)).get(key) as unknown,
    )
    return isAlike(value, otherValue)
      ? []
      : [`${name} ${key}: ${String(value)}, ${String(otherValue)}`]
  })
}

function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < tolerance
  return one === other
}

/** Counts of visits and calls that are the same however exactly their times are known. */
export const plainCounts = [
  'offered',
  'answered',
  'flowedOut',
  'lost',
  'answeredByEvent',
  'outbound',
  'outboundAnswered',
  'internal',
] as const

/** `plainCounts` of every scope of one day, and all that gave up, short or not. */
export function countsOf(
  settings: CentreSettings,
  reader: Reader,
  day: number,
): ReadonlyMap<string, number> {
  return new Map(
    scopesOf(settings).flatMap((scope) => {
      const figures = reader.figures(scope, day)
      const gaveUp = figures.abandoned + figures.shortAbandoned
      const counts = plainCounts.map((key) => [`${scope} ${key}`, figures[key] ?? 0] as const)
      return [...counts, [`${scope} gaveUp`, gaveUp] as const]
    }),
  )
}
