import type { InputProblem, ProblemCode } from './inputProblem.ts'

/** What is expected instead, by the code of a problem, in English; `limit` is the problem's own `expected`. */
export const expectations: Readonly<Record<ProblemCode, (limit: string) => string>> = {
  missing: () => 'a value',
  unknownKey: () => 'no such key',
  text: () => 'text in quotes',
  number: () => 'a number',
  boolean: () => 'true or false',
  list: () => 'a list in [ ]',
  object: () => 'keys and values in { }',
  oneOf: (words) => words,
  atLeast: (limit) => `${limit} or more`,
  atMost: (limit) => `${limit} or less`,
  wholeNumber: () => 'a whole number',
  notEmpty: () => 'a text that is not empty',
  longestText: (limit) => `at most ${limit} characters`,
  pair: () => 'two numbers, like [2, 5]',
  clockTime: () => 'a time on a whole half-hour, like "07:30"',
  days: () => 'days like "mon-fri" or "sat,sun"',
  hours: () => 'hours like "08:00-18:00"',
  timeZone: () => 'an IANA time zone, like "Europe/Budapest"',
  httpUrl: () => 'an address that begins with http:// or https://',
  host: () => 'a host name or IP address without port',
  teamId: () => 'letters, digits, - or _, for the URL',
  ownTeamId: () => 'an id that no other team has',
  extension: () => 'extensions like "1001" or ranges like "1001-1020"',
  backwards: () => 'a range that counts up, like "1001-1020"',
  tooMany: () => 'at most 10000 extensions',
  someExtensions: () => 'at least one extension',
  serverAnswer: () => 'an answer of a callwall server',
  other: (words) => words,
}

/** The problem in one English line without a full stop, and what was probably meant. */
export function problemText(problem: InputProblem): string {
  const { path, code, found, expected, suggestion } = problem
  const hint = suggestion === undefined ? '' : `; did you mean ${suggestion}?`
  return `${path || 'the whole file'}: ${sentence(code, found, expected)}${hint}`
}

function sentence(code: ProblemCode, found: string, expected: string): string {
  if (code === 'missing') return 'is missing'
  if (code === 'unknownKey') return 'there is no such key'
  const what = expectations[code](expected)
  return found === '' ? `expected ${what}` : `found ${found}, expected ${what}`
}
