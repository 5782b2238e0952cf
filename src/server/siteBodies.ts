import type { Config } from '../contract/config.ts'
import type { WallConfigBody } from '../contract/wallConfig.ts'
import { wallConfigOf } from '../contract/wallConfig.ts'
import type { Clock } from '../domain/clock.ts'

/** The site's clock; `speed` is 1 except beside an emulator that runs faster. */
export type SiteClock = Clock & { readonly speed: number }

/** What the server says of itself and of the site's time. */
export interface Site {
  readonly config: () => Config
  readonly clock: SiteClock
  readonly version: string
}

export function clockBody(clock: SiteClock): WallConfigBody['clock'] {
  return { now: Math.round(clock.now()), speed: clock.speed }
}

/** The answer of `GET /api/config`. */
export function configBody({ config, clock, version }: Site): WallConfigBody {
  return { config: wallConfigOf(config()), clock: clockBody(clock), version }
}
