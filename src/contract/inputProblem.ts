import type * as v from 'valibot'

/** One thing wrong with a file that a person wrote: where, what was found, what is expected. */
export interface InputProblem {
  readonly path: string
  readonly found: string
  readonly expected: string
}

/** What valibot found, in words for whoever wrote the file. */
export function problemOf(issue: v.BaseIssue<unknown>): InputProblem {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  )
  const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never'
  return {
    path: keys.join('').replace(/^\./, '') || 'the whole file',
    found: isUnknownKey ? 'an unknown key' : written(issue.input),
    expected: expectation(issue, isUnknownKey),
  }
}

const longestFound = 80

/** A value as it stands in the file, cut where it is long. */
function written(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text
}

function expectation(issue: v.BaseIssue<unknown>, isUnknownKey: boolean): string {
  if (isUnknownKey) return 'no such key'
  if (issue.type === 'strict_object' && issue.received === 'undefined') return 'a value'
  const hasOwnWords = !issue.message.startsWith('Invalid ')
  if (hasOwnWords) return issue.message.replace(/^expected /, '')
  return issue.expected ?? 'something else'
}
