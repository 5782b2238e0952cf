import type { TokenBody } from '../contract/wallConfig.ts'
import type { Clock } from '../domain/clock.ts'
import type { HttpApiOptions } from '../pbx/ozeki/http/postCommand.ts'
import { generateSecurityToken } from '../pbx/ozeki/http/tokenRequest.ts'
import { PbxError, isPbxError } from '../pbx/pbxError.ts'
import type { MachineTime } from './machineTime.ts'
import { createTokenShare } from './tokenShare.ts'

export interface TokenBrokerOptions {
  /** The PBX's HTTP API of the moment; `undefined`: it is off. */
  readonly httpApi: () => HttpApiOptions | undefined
  /** A token that was made by hand; used instead of asking the PBX. */
  readonly fixedToken?: string | undefined
  readonly lifetimeSeconds: () => number
  /** The site's. */
  readonly clock: Clock
  readonly time: MachineTime
  /** Told how each request to the PBX ended: `undefined` when it gave a token. */
  readonly onOutcome?: (error: unknown) => void
}

/** Hands out tokens without modification rights, so that no wall ever sees a password. */
export interface TokenBroker {
  /**
   * A token, fresh or made a few seconds ago. Walls that ask at the same time share one request, and the PBX gets one
   * a second at most. Rejects with a `PbxError`.
   * @param wall who asks; a wall never gets the same token twice. Without it the token is always fresh.
   */
  token(wall?: string): Promise<TokenBody>
}

const paceMs = 1_000
/** So long a refusal is repeated without asking again: a PBX may lock whoever tries a wrong password often. */
const refusalMs = 10_000

export function createTokenBroker(options: TokenBrokerOptions): TokenBroker {
  const { clock, time, fixedToken, onOutcome = () => undefined } = options
  const startedAt = clock.now()
  const share = createTokenShare(clock, time)
  let pending: Promise<TokenBody> | undefined
  let askedAt = -Infinity
  let refusal: { readonly error: PbxError; readonly at: number; readonly url: string } | undefined

  const request = async (): Promise<TokenBody> => {
    const api = options.httpApi()
    if (api === undefined) throw withoutHttpApi()
    if (refusal?.url === api.httpApiUrl && time.now() - refusal.at < refusalMs) throw refusal.error
    await turn()
    try {
      const expiresAt = expiry(clock.now())
      const body = { token: await generateSecurityToken(api), expiresAt }
      share.put(body)
      onOutcome(undefined)
      return body
    } catch (error) {
      if (isPbxError(error, 'denied')) refusal = { error, at: time.now(), url: api.httpApiUrl }
      onOutcome(error)
      throw error
    }
  }

  /** Waits until the PBX may be asked again. */
  const turn = async (): Promise<void> => {
    const waitMs = askedAt + paceMs - time.now()
    if (waitMs > 0) await new Promise<void>((resolve) => time.set(resolve, waitMs))
    askedAt = time.now()
  }

  const expiry = (madeAt: number): number => Math.round(madeAt + options.lifetimeSeconds() * 1000)

  const shared = (): Promise<TokenBody> => {
    pending ??= request().finally(() => {
      pending = undefined
    })
    return pending
  }

  return {
    async token(wall) {
      // Nobody knows when it was made: at the latest when the server got it.
      if (fixedToken !== undefined) return { token: fixedToken, expiresAt: expiry(startedAt) }
      if (wall === undefined) return shared()
      const body = share.get(wall) ?? (await shared())
      share.note(wall, body)
      return body
    },
  }
}

function withoutHttpApi(): PbxError {
  const message =
    'The config says that the PBX has no HTTP API (pbx.httpApiUrl is null). Make a token in the PBX and put it into OZEKI_TOKEN.'
  return new PbxError('failed', message, { reason: 'noHttpApi' })
}
