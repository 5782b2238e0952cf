import type { Context } from 'hono'
import type { PbxCode, Problem } from '../contract/wallConfig.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 502 | 503

const titles: Readonly<Record<ProblemStatus, string>> = {
  400: 'Bad request',
  401: 'Access key needed',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Too large',
  415: 'Not JSON',
  429: 'Too many tries',
  500: 'Error of the server',
  502: 'The PBX did not help',
  503: 'Not now',
}

/**
 * An error as an RFC 9457 document. `detail` is for a person, `code` is what a wall decides by, `pbxCode` what it says
 * of the PBX.
 */
export function problem(
  context: Context,
  status: ProblemStatus,
  detail: string,
  code = '',
  pbxCode?: PbxCode,
): Response {
  const title = titles[status]
  const body: Problem = { type: 'about:blank', title, status, detail, code, pbxCode }
  return context.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}
