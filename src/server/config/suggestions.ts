import type * as v from 'valibot'
import type { ProblemCode } from '../../contract/inputProblem.ts'
import { hostOf } from './hostOf.ts'
import { nearest } from './nearest.ts'

/** Nobody reads a suggestion of more characters. */
const longest = 80

/** What was probably meant by a value that the schema refuses, as it should be written. */
export function suggestionFor(issue: v.BaseIssue<unknown>, code: ProblemCode): string | undefined {
  const { input } = issue
  if (code === 'text' && typeof input === 'number') return quoted(String(input))
  if (typeof input !== 'string' || input.length > longest) return undefined
  return textSuggestion(input, issue, code)
}

function textSuggestion(
  input: string,
  issue: v.BaseIssue<unknown>,
  code: ProblemCode,
): string | undefined {
  if (code === 'host') return quoted(hostOf(input))
  if (code === 'boolean' && /^(true|false)$/i.test(input)) return input.toLowerCase()
  if (code === 'number' && /^(0|[1-9]\d*)(\.\d+)?$/.test(input)) return input
  return code === 'oneOf' ? oneOfSuggestion(input, issue.expected) : undefined
}

function oneOfSuggestion(input: string, expected: string | null): string | undefined {
  const words = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, word = '']) => word)
  return quoted(nearest(input, words))
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${text}"`
}
