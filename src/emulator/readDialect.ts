import { dialectOptions, profiles } from './dialect.ts'
import type { Dialect, ProfileName } from './dialect.ts'

/** Why a dialect cannot be spoken; the text names the option and what it may be. */
export interface DialectProblem {
  readonly option: 'profile' | 'dialect'
  readonly problem: string
}

/**
 * The profile called `profile` with the single options in `changes` (`name=value,name=value`, empty for none) put
 * over it, or what is wrong with either. Of two values for one option the last counts.
 */
export function readDialect(profile: string, changes: string): Dialect | DialectProblem {
  if (!isProfileName(profile)) {
    return { option: 'profile', problem: `expected ${oneOf(Object.keys(profiles))}` }
  }
  const changed: Record<string, string> = {}
  for (const change of changes.split(',').filter((text) => text.trim() !== '')) {
    const [name = '', value = '', ...rest] = change.split('=').map((text) => text.trim())
    const problem = problemOf(name, [value, ...rest].join('='))
    if (problem !== undefined) return { option: 'dialect', problem }
    changed[name] = value
  }
  const dialect: Dialect = { ...profiles[profile], ...changed }
  if (dialect.finalStates === 'untold' && dialect.closeEvents === 'off') {
    const problem = 'with finalStates=untold and closeEvents=off no call would ever end'
    return { option: 'dialect', problem }
  }
  return dialect
}

export function isDialectProblem(read: Dialect | DialectProblem): read is DialectProblem {
  return 'problem' in read
}

function problemOf(name: string, value: string): string | undefined {
  if (!isOptionName(name)) {
    const known = Object.keys(dialectOptions).join(', ')
    return `there is no option “${name}”; there are ${known}`
  }
  const values: readonly string[] = dialectOptions[name]
  if (values.includes(value)) return undefined
  return `${name}: expected ${oneOf(values)}, found “${value}”`
}

function isProfileName(name: string): name is ProfileName {
  return Object.keys(profiles).includes(name)
}

function isOptionName(name: string): name is keyof Dialect {
  return Object.keys(dialectOptions).includes(name)
}

function oneOf(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values[values.length - 1] ?? ''}`
}
