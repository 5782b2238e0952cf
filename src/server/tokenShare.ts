import type { TokenBody } from '../contract/wallConfig.ts'
import type { Clock } from '../domain/clock.ts'

/** The token made last, as long as it may be given to one more wall. */
export interface TokenShare {
  put(body: TokenBody): void
  /** The token, unless it is too old or this wall has got it already: then that one did not help it. */
  get(wall: string): TokenBody | undefined
  /** Remembers that `wall` has got the token. */
  note(wall: string, body: TokenBody): void
}

const longestMs = 5_000
const mostWalls = 500

/**
 * @param clock the site's; a tenth of a token's life is counted on it
 * @param time the machine's
 */
export function createTokenShare(clock: Clock, time: Clock): TokenShare {
  let made: { body: TokenBody; at: number; until: number; walls: Set<string> } | undefined

  return {
    put(body) {
      const now = clock.now()
      const until = now + Math.min(longestMs, (body.expiresAt - now) / 10)
      made = { body, until, at: time.now(), walls: new Set() }
    },
    get(wall) {
      if (made === undefined || made.walls.has(wall) || made.walls.size >= mostWalls)
        return undefined
      const isYoung = clock.now() <= made.until && time.now() - made.at <= longestMs
      return isYoung ? made.body : undefined
    },
    note(wall, body) {
      if (made?.body === body) made.walls.add(wall)
    },
  }
}
