import type * as v from 'valibot'
import type { ProblemCode } from '../../contract/inputProblem.ts'
import { hostOf } from './hostOf.ts'
import { nearest } from './nearest.ts'

/** What was probably meant by a value that the schema refuses, as it should be written. */
export function suggestionFor(issue: v.BaseIssue<unknown>, code: ProblemCode): string | undefined {
  if (code === 'text' && typeof issue.input === 'number') return quoted(String(issue.input))
  return typeof issue.input === 'string' ? textSuggestion(issue.input, issue, code) : undefined
}

function textSuggestion(
  input: string,
  issue: v.BaseIssue<unknown>,
  code: ProblemCode,
): string | undefined {
  if (code === 'host') return quoted(hostOf(input))
  if (code === 'boolean' && /^(true|false)$/i.test(input)) return input.toLowerCase()
  if (code === 'number' && /^\d+(\.\d+)?$/.test(input)) return input
  return code === 'oneOf' ? oneOfSuggestion(input, issue.expected) : undefined
}

function oneOfSuggestion(input: string, expected: string | null): string | undefined {
  const words = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, word = '']) => word)
  return quoted(nearest(input, words))
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${text}"`
}
