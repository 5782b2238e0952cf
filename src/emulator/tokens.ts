import type { Clock } from '../domain/clock.ts'
import type { Random } from './random.ts'

/** What a token lets its holder do. */
export interface Grant {
  /** Whether the holder may change sessions: hold, transfer, hang up, call. */
  readonly allowSessionModification: boolean
}

/** The security tokens that the emulated PBX has given out. */
export interface Tokens {
  /** A new token; it is opaque and says nothing to whoever holds it. */
  issue(grant: Grant): string
  /** What `token` grants now, `undefined` when it is unknown or its time is over. */
  check(token: string): Grant | undefined
  /** Ends the time of every token issued so far. */
  expireAll(): void
}

export interface TokenOptions {
  readonly clock: Clock
  /** Uniform in [0, 1). */
  readonly random: Random
  /** Seconds of site time. @default 86400, the PBX's one day */
  readonly lifetimeSeconds?: number
}

const oneDaySeconds = 86_400

/** An empty store of tokens; each lasts `lifetimeSeconds` of the clock's time from its issue. */
export function createTokens(options: TokenOptions): Tokens {
  const { clock, random, lifetimeSeconds = oneDaySeconds } = options
  const known = new Map<string, { grant: Grant; expiresAt: number }>()

  const forgetExpired = (now: number): void => {
    for (const [token, { expiresAt }] of known) if (expiresAt <= now) known.delete(token)
  }

  return {
    issue(grant) {
      const now = clock.now()
      forgetExpired(now)
      const token = guidText(random)
      known.set(token, { grant, expiresAt: now + lifetimeSeconds * 1000 })
      return token
    },
    check(token) {
      const entry = known.get(token)
      return entry !== undefined && clock.now() < entry.expiresAt ? entry.grant : undefined
    },
    expireAll: () => known.clear(),
  }
}

/** 22 characters like the PBX's own: unpadded base64 of a version-4 GUID in .NET's byte order. */
function guidText(random: Random): string {
  const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(random() * 256)))
  bytes[7] = ((bytes[7] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('base64').replace(/=+$/, '')
}
