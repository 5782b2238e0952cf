import type { Clock } from '../domain/clock.ts'
import type { TokenBody } from '../contract/wallConfig.ts'
import { generateSecurityToken } from '../pbx/ozeki/http/tokenRequest.ts'
import { PbxError } from '../pbx/pbxError.ts'

export interface TokenBrokerOptions {
  /** `null`: the PBX's HTTP API is off. */
  readonly httpApiUrl: string | null
  readonly username?: string | undefined
  readonly password?: string | undefined
  /** A token that was made by hand; used instead of asking the PBX. */
  readonly fixedToken?: string | undefined
  readonly lifetimeSeconds: number
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
}

/** Hands out tokens without modification rights, so that no wall ever sees a password. */
export interface TokenBroker {
  /** A fresh token; walls that ask at the same time share one request. Rejects with a `PbxError`. */
  token(): Promise<TokenBody>
}

const patienceMs = 10_000

export function createTokenBroker(options: TokenBrokerOptions): TokenBroker {
  let pending: Promise<TokenBody> | undefined

  const request = async (): Promise<TokenBody> => {
    const { clock, fixedToken, httpApiUrl, username, password, fetch } = options
    const expiresAt = Math.round(clock.now() + options.lifetimeSeconds * 1000)
    if (fixedToken !== undefined) return { token: fixedToken, expiresAt }
    if (httpApiUrl === null) {
      const message =
        'The config says that the PBX has no HTTP API (pbx.httpApiUrl is null). Make a token in the PBX and put it into OZEKI_TOKEN.'
      throw new PbxError('failed', message)
    }
    const token = await generateSecurityToken({
      httpApiUrl,
      username,
      password,
      fetch,
      timeoutMs: patienceMs,
    })
    return { token, expiresAt }
  }

  return {
    token() {
      pending ??= request().finally(() => {
        pending = undefined
      })
      return pending
    },
  }
}
