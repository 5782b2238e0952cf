import * as v from 'valibot'
import { configSchema } from '../../contract/config.ts'
import type { Config, ConfigResult } from '../../contract/config.ts'
import { problemOf } from '../../contract/inputProblem.ts'
import type { InputProblem } from '../../contract/inputProblem.ts'
import { addressProblems } from './addressRules.ts'
import { hourProblems } from './hourRules.ts'
import { withoutFaults } from './repair.ts'
import { shapeFaults } from './shapeFaults.ts'
import type { Fault } from './shapeFaults.ts'
import { suggestionFor } from './suggestions.ts'
import { teamProblems } from './teamRules.ts'
import { thresholdProblems } from './thresholdRules.ts'

/**
 * Checks an untrusted value as the server does: what the schema says, then what one part of a config demands of another.
 * Tells every problem at once; where a part cannot be read, the rest is checked without it.
 */
export function checkConfig(value: unknown): ConfigResult {
  const result = v.safeParse(configSchema, value)
  const shape = shapeFaults(value)
  if (result.success && shape.length === 0) {
    const problems = ruleProblems(result.output)
    return problems.length === 0 ? { config: result.output } : { problems }
  }
  const faults = [...shape, ...(result.issues ?? []).map(faultOf).filter(isNewTo(shape))]
  const places = faults.map(({ place }) => place)
  const rest = v.safeParse(configSchema, withoutFaults(value, places))
  const problems = faults.map(({ problem }) => problem)
  return { problems: [...problems, ...(rest.success ? ruleProblems(rest.output) : [])] }
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const problem = problemOf(issue)
  const suggestion = suggestionFor(issue, problem.code)
  return {
    place: (issue.path ?? []).map(({ key }) => key as string | number),
    problem: suggestion === undefined ? problem : { ...problem, suggestion },
  }
}

/** An unknown key, and whatever the schema found in a list that should be an object, are told already. */
function isNewTo(shape: readonly Fault[]): (fault: Fault) => boolean {
  const lists = shape.filter(({ problem }) => problem.code === 'object')
  return ({ problem: { code, path } }) =>
    code !== 'unknownKey' && !lists.some((list) => path.startsWith(`${list.problem.path}.`))
}

function ruleProblems(config: Config): readonly InputProblem[] {
  return [
    ...addressProblems(config),
    ...hourProblems(config),
    ...thresholdProblems(config),
    ...teamProblems(config),
  ]
}
