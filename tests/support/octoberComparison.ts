/** Figures by name, as `callwall replay --json` prints them. */
export type FoundFigures = Readonly<Record<string, number | null>>

/** Names of the truth -> names of the figures. */
export const namesOfType = {
  offered: 'offered',
  answered: 'answered',
  abandoned: 'abandoned',
  answeredWithin20: 'answeredWithin',
  serviceLevel20: 'serviceLevel',
  meanWaitAnsweredS: 'averageSpeedOfAnswer',
  meanWaitAbandonedS: 'averageWaitOfAbandoned',
  longestWaitS: 'longestWaitToday',
  longestWaitAnsweredS: 'longestWaitOfAnswered',
  meanServiceS: 'averageServiceTime',
} as const

export const namesOfAll = {
  ...namesOfType,
  maxInService: 'maxInService',
  maxWaiting: 'maxWaiting',
  maxInProgress: 'maxInProgress',
  agents: 'agentsAnswering',
} as const

export const namesOfInterval = {
  ...namesOfAll,
  answeredInInterval: 'answeredByEvent',
  abandonedInInterval: 'abandonedByEvent',
} as const

const withoutValueWhenEmpty = /^(serviceLevel|mean|longest)/

export interface Comparison {
  /** One line for each difference: where, figure, truth, found. */
  readonly differences: readonly string[]
  compared(): number
  /** `truth` missing: nothing happened there. */
  add<Name extends string>(
    where: readonly string[],
    names: Readonly<Record<Name, string>>,
    truth: NoInfer<Readonly<Record<Name, number | null>>> | undefined,
    found: FoundFigures,
  ): void
}

/** Compares figures with a truth that is rounded to 3 decimals; a value half-way may have been rounded to either side. */
export function createComparison(): Comparison {
  const differences: string[] = []
  let compared = 0
  return {
    differences,
    compared: () => compared,
    add(where, names, truth, found) {
      for (const name of Object.keys(names) as (keyof typeof names)[]) {
        const expected = truth === undefined ? emptyValue(name) : truth[name]
        const actual = found[names[name]]
        compared += 1
        if (isEqual(expected, actual)) continue
        const values = `${String(expected)} counted, ${String(actual)} found`
        differences.push(`${where.join(' ')} ${name}: ${values}`)
      }
    },
  }
}

function emptyValue(name: string): number | null {
  return withoutValueWhenEmpty.test(name) ? null : 0
}

function isEqual(expected: number | null, actual: number | null | undefined): boolean {
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual
  return Math.abs(expected - actual) <= 0.0005 + 1e-9
}
