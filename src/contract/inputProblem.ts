import type * as v from 'valibot'

/** What can be wrong with a value, by which every language finds its words. `other`: `expected` says it, in English. */
export type ProblemCode =
  | 'missing'
  | 'unknownKey'
  | 'text'
  | 'number'
  | 'boolean'
  | 'list'
  | 'object'
  | 'oneOf'
  | 'atLeast'
  | 'atMost'
  | 'wholeNumber'
  | 'notEmpty'
  | 'longestText'
  | 'pair'
  | 'clockTime'
  | 'days'
  | 'hours'
  | 'timeZone'
  | 'httpUrl'
  | 'host'
  | 'teamId'
  | 'ownTeamId'
  | 'extension'
  | 'backwards'
  | 'tooMany'
  | 'someExtensions'
  | 'serverAnswer'
  | 'other'

/** One thing wrong with a file that a person wrote: where, what was found, what is expected. */
export interface InputProblem {
  /** As in `teams[0].id`; empty for the whole file. */
  readonly path: string
  readonly code: ProblemCode
  /** As it stands in the file, shortened and without passwords; empty where nothing is to be repeated. */
  readonly found: string
  /** What the code leaves open: the limit of `atLeast`, the words of `oneOf`, all of `other`. */
  readonly expected: string
  /** What was probably meant. */
  readonly suggestion?: string
}

/** What valibot found, for whoever wrote the file. */
export function problemOf(issue: v.BaseIssue<unknown>): InputProblem {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  )
  const code = codeOf(issue)
  const isRepeated = code !== 'missing' && code !== 'unknownKey'
  return {
    path: keys.join('').replace(/^\./, ''),
    code,
    found: isRepeated ? written(issue.input) : '',
    expected: expectationOf(issue, code),
  }
}

const longestFound = 80

/** A value as it stands in the file: cut where it is long, without what it holds, without a password of an address. */
function written(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
    return '{…}'
  }
  const harmless = JSON.stringify(value).replace(/\/\/[^/"]*@/g, '//…@')
  return harmless.length > longestFound ? `${harmless.slice(0, longestFound)}…` : harmless
}

/** Valibot's words for what did not fit. */
const codes: Readonly<Partial<Record<string, ProblemCode>>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  strict_tuple: 'list',
  record: 'object',
  strict_object: 'object',
  picklist: 'oneOf',
  literal: 'oneOf',
  min_value: 'atLeast',
  max_value: 'atMost',
  integer: 'wholeNumber',
  max_length: 'longestText',
}

function codeOf({ type, input, expected, message }: v.BaseIssue<unknown>): ProblemCode {
  if (expected === 'never' && type === 'strict_object') return 'unknownKey'
  if (expected === 'never' && type === 'strict_tuple') return 'pair'
  if (input === undefined) return 'missing'
  if (message.startsWith('Invalid ')) return codes[type] ?? 'other'
  // A schema of ours names a code, or says it in words.
  return message.includes(' ') ? 'other' : (message as ProblemCode)
}

function expectationOf(issue: v.BaseIssue<unknown>, code: ProblemCode): string {
  if (code === 'oneOf') return (issue.expected ?? '').replace(/[()]/g, '').replace(/ \| /g, ', ')
  if (code !== 'other') return /^(at|longest)/.test(code) ? String(issue.requirement) : ''
  if (issue.message.startsWith('Invalid ')) return issue.expected ?? 'something else'
  return issue.message.replace(/^expected /, '')
}
