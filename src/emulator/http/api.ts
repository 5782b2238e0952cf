import type { Dialect } from '../dialect.ts'
import type { Tokens } from '../tokens.ts'
import type { Exchange } from '../types.ts'
import type { AccessCheck } from './access.ts'
import type { Answer } from './answer.ts'
import { failure } from './answer.ts'
import { callHistoryPage } from './callHistoryPage.ts'
import { generateSecurityToken } from './generateSecurityToken.ts'
import { listActiveCalls } from './listActiveCalls.ts'
import { listExtensions } from './listExtensions.ts'
import type { LocalTime } from './localTime.ts'
import type { Parameters } from './parameters.ts'

export interface HttpApiParts {
  readonly exchange: Exchange
  readonly tokens: Tokens
  readonly time: LocalTime
  readonly access: AccessCheck
  readonly dialect: Dialect
}

/** What the HTTP API answers to `parameters` from `address`. */
export type HttpApi = (parameters: Parameters, address: string) => Answer

/**
 * The commands of the HTTP API that the emulator knows; any other is answered with 301. The dialect names the one for
 * the history and shapes the answers.
 */
export function createHttpApi(parts: HttpApiParts): HttpApi {
  const { exchange, tokens, time, access } = parts
  const form = parts.dialect.httpApi
  const history = form === 'xe' ? 'GetCallHistory' : 'ListCallHistory'
  const commands = new Map<string, (parameters: Parameters) => Answer>([
    ['generatesecuritytoken', (parameters) => generateSecurityToken(tokens, parameters)],
    ['listactivecalls', () => listActiveCalls(exchange, time, form)],
    ['listextensions', (parameters) => listExtensions(exchange, parameters, form)],
    [history.toLowerCase(), (parameters) => callHistoryPage(exchange, time, parameters, history)],
  ])

  return (parameters, address) => {
    const refusal = access(parameters, address)
    if (refusal !== undefined) return refusal
    const name = parameters.get('Command')
    if (name === '') return failure(302, 'Command', '')
    return commands.get(name.toLowerCase())?.(parameters) ?? failure(301, name)
  }
}
