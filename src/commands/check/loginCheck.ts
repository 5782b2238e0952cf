import { CommandRefused } from '../../pbx/ozeki/http/commandRefused.ts'
import { postCommand } from '../../pbx/ozeki/http/postCommand.ts'
import type { HttpApiOptions } from '../../pbx/ozeki/http/postCommand.ts'
import { largestList } from '../../pbx/ozeki/http/rows.ts'
import { isPbxError } from '../../pbx/pbxError.ts'
import { attempt, sentenceOf } from './attempt.ts'
import type { Attempt } from './attempt.ts'
import type { Finding } from './finding.ts'
import { bad, good, note, warning } from './finding.ts'

/** How far we got with the HTTP API. */
export interface LoginCheck {
  readonly findings: readonly Finding[]
  readonly isReached: boolean
  /** Whether the PBX takes commands from us; it may still refuse one or the other. */
  readonly isLetIn: boolean
}

/** Whether the HTTP API of the PBX answers, and whether it takes commands from the user of the environment. */
export async function checkLogin(api: HttpApiOptions): Promise<LoginCheck> {
  const probe = await attempt(() => postCommand(api, 'ListActiveCalls', {}, largestList))
  const isReached = 'value' in probe || probe.error instanceof CommandRefused
  if (!isReached) {
    const text = `${api.httpApiUrl}: ${sentenceOf(probe.error)} Is it switched on in the PBX, and is pbx.httpApiUrl right?`
    return { findings: [bad('HTTP API', text)], isReached, isLetIn: false }
  }
  const isLetIn = !('error' in probe && isPbxError(probe.error, 'denied'))
  const answers = good('HTTP API', `${api.httpApiUrl} answers.`)
  return { findings: [answers, loginFinding(api, probe, isLetIn)], isReached, isLetIn }
}

function loginFinding(
  { username, password }: HttpApiOptions,
  probe: Attempt<unknown>,
  isLetIn: boolean,
): Finding {
  const what = 'login'
  if ('error' in probe && !isLetIn) return bad(what, sentenceOf(probe.error))
  if (username === undefined) {
    const hint = 'Switch user authentication on if more than the server’s machine can reach it.'
    return note(what, `The PBX asks for no user. ${hint}`)
  }
  if (password === undefined) {
    return warning(what, 'OZEKI_HTTP_USERNAME is set and OZEKI_HTTP_PASSWORD is not.')
  }
  return good(what, `The PBX takes commands from the user “${username}”.`)
}
