import * as v from 'valibot'
import type { Config } from './config.ts'
import { instantSchema } from './instant.ts'

/** What a wall may know of the config: everything but the server's own affairs. */
export type WallConfig = Omit<Config, 'records' | 'frameAncestors' | 'pbx'> & {
  readonly pbx: Omit<Config['pbx'], 'httpApiUrl' | 'csp'>
}

/** `GET /api/config`: the public part of the config, the site's clock, the version of the server. */
export interface WallConfigBody {
  readonly config: WallConfig
  /** `now`: epoch ms of site time; `speed`: seconds of site time per second. */
  readonly clock: { readonly now: number; readonly speed: number }
  readonly version: string
}

/** The body of `POST /api/token`; it may be missing. A wall that names itself never gets the same token twice. */
export const tokenRequestSchema = v.object({
  /** A random text, new for every page. */
  wall: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(40))),
})

/** The answer of `POST /api/token`. `expiresAt` is epoch ms of site time. */
export const tokenBodySchema = v.object({ token: v.string(), expiresAt: instantSchema })
export type TokenBody = v.InferOutput<typeof tokenBodySchema>

/** The site's clock; a speed of 0 is that of a clock that is stepped. */
export const clockSchema = v.object({
  now: instantSchema,
  speed: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)),
})

/** The part of the `GET /api/config` answer that is not the config itself. */
export const clockBodySchema = v.object({
  clock: clockSchema,
  version: v.string(),
})

/**
 * Why the PBX's HTTP API did not help: its own code (300 to 307); no connection; no answer in time; none configured;
 * an answer that is too large, no XML, or without a token.
 */
export const pbxCodes = [
  '300',
  '301',
  '302',
  '303',
  '304',
  '305',
  '306',
  '307',
  'unreachable',
  'timeout',
  'noHttpApi',
  'tooMuch',
  'notXml',
  'withoutToken',
] as const
export type PbxCode = (typeof pbxCodes)[number]

/** An error of the server, RFC 9457. `code` is what a wall decides by, `pbxCode` what it says in its language. */
export const problemSchema = v.object({
  type: v.optional(v.string(), 'about:blank'),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string(), ''),
  code: v.optional(v.string(), ''),
  pbxCode: v.fallback(v.optional(v.picklist(pbxCodes)), undefined),
})
export type Problem = v.InferOutput<typeof problemSchema>

/** The part of the config that walls get. No secret is in the config; what is the server's own affair is left out. */
export function wallConfigOf(config: Config): WallConfig {
  const { site, serviceLevel, wrapUpSeconds, presence, privacy, screen, alerts, teams } = config
  const { kind, address, scriptUrl, services, tokenLifetimeSeconds, pollSeconds, clientName } =
    config.pbx
  return {
    site,
    pbx: { kind, address, scriptUrl, services, tokenLifetimeSeconds, pollSeconds, clientName },
    serviceLevel,
    wrapUpSeconds,
    presence,
    privacy,
    screen,
    alerts,
    teams,
  }
}
