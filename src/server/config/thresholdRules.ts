import type { Config } from '../../contract/config.ts'
import type { InputProblem } from '../../contract/inputProblem.ts'
import { agentStates } from '../../domain/agentState.ts'
import { figureUnits, isFigure } from './figureNames.ts'
import { nearest } from './nearest.ts'

type Pair = readonly [warn: number, alarm: number]

/** Limits of figures and states that there are not, that no value can reach, or whose alarm comes before the warning. */
export function thresholdProblems(config: Config): readonly InputProblem[] {
  return [
    ...config.teams.flatMap(({ thresholds }, index) =>
      Object.entries(thresholds).flatMap(([name, pair]) =>
        figureProblems(`teams[${index}].thresholds.${name}`, name, pair),
      ),
    ),
    ...Object.entries(config.alerts.stateSeconds).flatMap(([name, pair]) =>
      stateProblems(`alerts.stateSeconds.${name}`, name, pair),
    ),
  ]
}

function figureProblems(path: string, name: string, pair: Pair): readonly InputProblem[] {
  if (!isFigure(name)) return [unknownName(path, name, 'figure', Object.keys(figureUnits))]
  if (figureUnits[name] === 'share' && pair.some((limit) => limit > 1)) {
    const expected = 'shares from 0 to 1, like 0.8 for 80 %'
    return [{ path, code: 'other', found: written(pair), expected }]
  }
  // The only figure of which less is worse; DESIGN 4.3.
  return name === 'serviceLevel' ? fallingProblems(path, pair) : risingProblems(path, pair)
}

function stateProblems(path: string, name: string, pair: Pair): readonly InputProblem[] {
  const isState = agentStates.some((state) => state === name)
  return isState ? risingProblems(path, pair) : [unknownName(path, name, 'state', agentStates)]
}

function risingProblems(path: string, [warn, alarm]: Pair): readonly InputProblem[] {
  if (warn <= alarm) return []
  const expected = `[warn, alarm] with the lower number first: ${written([alarm, warn])}`
  return [{ path, code: 'other', found: written([warn, alarm]), expected }]
}

function fallingProblems(path: string, [warn, alarm]: Pair): readonly InputProblem[] {
  if (warn >= alarm) return []
  const expected = `[warn, alarm] with the higher share first, since less is worse: ${written([alarm, warn])}`
  return [{ path, code: 'other', found: written([warn, alarm]), expected }]
}

function unknownName(
  path: string,
  name: string,
  kind: 'figure' | 'state',
  names: readonly string[],
): InputProblem {
  const suggestion = nearest(name, names)
  const few = names.length <= 12 ? `: ${names.join(', ')}` : ''
  return {
    path,
    code: 'other',
    found: `"${name}"`,
    expected: `the name of a ${kind}${few}`,
    ...(suggestion !== undefined && { suggestion: `"${suggestion}"` }),
  }
}

function written([first, second]: Pair): string {
  return `[${first}, ${second}]`
}
