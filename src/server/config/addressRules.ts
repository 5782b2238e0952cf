import type { Config } from '../../contract/config.ts'
import type { InputProblem } from '../../contract/inputProblem.ts'

/** As Content-Security-Policy names who may frame a page. */
const origin = /^('self'|https?:\/\/(\*\.)?([\w-]+(\.[\w-]+)*|\[[\da-fA-F:]+\])(:\d{1,5})?)$/

/** Addresses that are no place for what stands in them, or that name no place. */
export function addressProblems({ pbx, frameAncestors }: Config): readonly InputProblem[] {
  return [
    ...(['scriptUrl', 'httpApiUrl'] as const).flatMap((key) => userProblems(key, pbx[key])),
    ...frameAncestors.flatMap((text, index) => originProblems(text, index)),
  ]
}

function userProblems(
  key: 'scriptUrl' | 'httpApiUrl',
  url: string | null | undefined,
): readonly InputProblem[] {
  if (url === undefined || url === null) return []
  const { username, password } = new URL(url)
  if (username === '' && password === '') return []
  const mend =
    key === 'httpApiUrl'
      ? 'put them into the environment: OZEKI_HTTP_USERNAME and OZEKI_HTTP_PASSWORD'
      : 'leave them out, browsers refuse them'
  const found = 'a user or a password in the address'
  return [
    { path: `pbx.${key}`, code: 'other', found, expected: `an address without them; ${mend}` },
  ]
}

function originProblems(text: string, index: number): readonly InputProblem[] {
  if (origin.test(text)) return []
  const expected = `an origin like "https://intranet.example.org", or "'self'"`
  return [
    { path: `frameAncestors[${index}]`, code: 'other', found: JSON.stringify(text), expected },
  ]
}
