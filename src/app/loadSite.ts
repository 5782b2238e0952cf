import * as v from 'valibot'
import { parseConfig } from '../contract/config.ts'
import type { InputProblem } from '../contract/inputProblem.ts'
import { clockBodySchema, problemSchema, wallConfigOf } from '../contract/wallConfig.ts'
import type { WallConfig } from '../contract/wallConfig.ts'
import { withPatience } from './withPatience.ts'

/** Where the wall was told what to show: by a server, by a `config.json` beside it, or by nobody. */
export type LoadedSite =
  | ServedSite
  | { readonly type: 'static'; readonly config: WallConfig }
  | { readonly type: 'none' }
  /** The server wants its access key from this screen. */
  | { readonly type: 'locked' }
  | { readonly type: 'invalid'; readonly problems: readonly InputProblem[] }
  | { readonly type: 'unreachable' }

/** What a callwall server tells of the site. */
export interface ServedSite {
  readonly type: 'server'
  readonly config: WallConfig
  /** `now`: epoch ms of site time. */
  readonly clock: { readonly now: number; readonly speed: number }
  readonly version: string
}

type Answer = { readonly body: unknown } | 'absent' | 'locked' | 'unreachable'

const patienceMs = 10_000

/**
 * Asks the server of the page for the config, then looks for a `config.json`. Everything that comes is checked here
 * and nowhere else.
 */
export async function loadSite(fetch: typeof globalThis.fetch): Promise<LoadedSite> {
  const served = await fetchJson(fetch, '/api/config')
  if (served === 'locked') return { type: 'locked' }
  if (typeof served === 'object') return readServed(served.body)
  const beside = await fetchJson(fetch, '/config.json')
  if (typeof beside === 'object') return readConfig(beside.body)
  return { type: beside === 'unreachable' ? 'unreachable' : 'none' }
}

/** The site that an answer of the server tells of, a `config` event of its stream included. */
export function readServed(body: unknown): LoadedSite {
  const around = v.safeParse(v.object({ ...clockBodySchema.entries, config: v.unknown() }), body)
  if (!around.success) return { type: 'invalid', problems: [strangeAnswer] }
  const { clock, version, config } = around.output
  const read = readConfig(config)
  return read.type === 'static' ? { type: 'server', config: read.config, clock, version } : read
}

const strangeAnswer: InputProblem = {
  path: '/api/config',
  code: 'serverAnswer',
  found: '',
  expected: '',
}

function readConfig(body: unknown): LoadedSite {
  const { config, problems } = parseConfig(body)
  if (config === undefined) return { type: 'invalid', problems }
  return { type: 'static', config: wallConfigOf(config) }
}

/** A static web server answers an unknown path with 404, or with the page itself. */
async function fetchJson(fetch: typeof globalThis.fetch, path: string): Promise<Answer> {
  try {
    return await withPatience(patienceMs, async (signal): Promise<Answer> => {
      const response = await fetch(path, { cache: 'no-store', signal })
      if (response.status >= 500) return 'unreachable'
      const isJson = (response.headers.get('Content-Type') ?? '').includes('json')
      if (response.status === 401 && isJson) return readRefusal(await response.json())
      if (!response.ok || !isJson) return 'absent'
      return { body: await response.json() }
    })
  } catch {
    return 'unreachable'
  }
}

function readRefusal(body: unknown): 'locked' | 'absent' {
  const problem = v.safeParse(problemSchema, body)
  return problem.success && problem.output.code === 'keyRequired' ? 'locked' : 'absent'
}
