import * as v from 'valibot'
import { parseConfig } from '../contract/config.ts'
import type { InputProblem } from '../contract/inputProblem.ts'
import { clockBodySchema, wallConfigOf } from '../contract/wallConfig.ts'
import type { WallConfig } from '../contract/wallConfig.ts'

/** Where the wall was told what to show: by a server, by a `config.json` beside it, or by nobody. */
export type LoadedSite =
  | {
      readonly type: 'server'
      readonly config: WallConfig
      readonly clock: { readonly now: number; readonly speed: number }
      readonly version: string
    }
  | { readonly type: 'static'; readonly config: WallConfig }
  | { readonly type: 'none' }
  | { readonly type: 'invalid'; readonly problems: readonly InputProblem[] }
  | { readonly type: 'unreachable' }

type Answer = { readonly body: unknown } | 'absent' | 'unreachable'

const patienceMs = 10_000

/**
 * Asks the server of the page for the config, then looks for a `config.json`. Everything that comes is checked here
 * and nowhere else.
 */
export async function loadSite(fetch: typeof globalThis.fetch): Promise<LoadedSite> {
  const served = await fetchJson(fetch, '/api/config')
  if (typeof served === 'object') return readServed(served.body)
  const beside = await fetchJson(fetch, '/config.json')
  if (typeof beside === 'object') return readConfig(beside.body)
  return { type: beside === 'unreachable' ? 'unreachable' : 'none' }
}

function readServed(body: unknown): LoadedSite {
  const around = v.safeParse(v.object({ ...clockBodySchema.entries, config: v.unknown() }), body)
  if (!around.success) return { type: 'invalid', problems: [strangeAnswer] }
  const { clock, version, config } = around.output
  const read = readConfig(config)
  return read.type === 'static' ? { type: 'server', config: read.config, clock, version } : read
}

const strangeAnswer: InputProblem = {
  path: '/api/config',
  found: 'an answer without config, clock and version',
  expected: 'the answer of a callwall server',
}

function readConfig(body: unknown): LoadedSite {
  const { config, problems } = parseConfig(body)
  if (config === undefined) return { type: 'invalid', problems }
  return { type: 'static', config: wallConfigOf(config) }
}

/** A static web server answers an unknown path with 404, or with the page itself. */
async function fetchJson(fetch: typeof globalThis.fetch, path: string): Promise<Answer> {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    abort.abort()
  }, patienceMs)
  try {
    const response = await fetch(path, { cache: 'no-store', signal: abort.signal })
    if (response.status >= 500) return 'unreachable'
    const isJson = (response.headers.get('Content-Type') ?? '').includes('json')
    if (!response.ok || !isJson) return 'absent'
    return { body: await response.json() }
  } catch {
    return 'unreachable'
  } finally {
    clearTimeout(timer)
  }
}
