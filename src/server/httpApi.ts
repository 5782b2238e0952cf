import type { Config } from '../contract/config.ts'
import type { HttpApiOptions } from '../pbx/ozeki/http/postCommand.ts'

/** Who we are for the PBX's HTTP API, and how it is reached. The secrets come from the environment. */
export interface HttpApiUser {
  readonly username?: string | undefined
  readonly password?: string | undefined
  readonly fetch: typeof globalThis.fetch
}

const patienceMs = 10_000

/** The PBX's HTTP API: as configured, else port 7780 of the PBX; `undefined` where the config says there is none. */
export function httpApiOf({ pbx }: Config, user: HttpApiUser): HttpApiOptions | undefined {
  const { httpApiUrl, address } = pbx
  if (httpApiUrl === null) return undefined
  const host = address === 'auto' ? '127.0.0.1' : address
  return { ...user, httpApiUrl: httpApiUrl ?? `http://${host}:7780/`, timeoutMs: patienceMs }
}
