import { createAdaptorServer } from '@hono/node-server'
import type { Config } from '../contract/config.ts'
import type { Clock } from '../domain/clock.ts'
import { createApp } from './app.ts'
import type { Log } from './log.ts'
import { createTokenBroker } from './tokenBroker.ts'

export interface ServeOptions {
  readonly config: Config
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly clock: Clock & { readonly speed: number }
  readonly version: string
  readonly appDir: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof globalThis.fetch
  readonly log: Log
}

export interface RunningServer {
  readonly port: number
  readonly url: string
  stop(): Promise<void>
}

/** Why the server cannot start; the message says what to do. */
export class ServeError extends Error {
  override readonly name = 'ServeError'
  readonly code: 'cannot-listen' | 'not-supported'

  constructor(code: ServeError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Starts the wall server. Rejects with a `ServeError` when it cannot listen. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { config, env, host, log } = options
  if (env['CALLWALL_ACCESS_KEY'] !== undefined && env['CALLWALL_ACCESS_KEY'] !== '') {
    const message =
      'CALLWALL_ACCESS_KEY is set, but this version cannot ask walls for a key yet. Unset it, and let only machines you trust reach the server.'
    throw new ServeError('not-supported', message)
  }
  if (!isLoopback(host)) {
    log('warn', 'Everybody who reaches this address can see the wall: no access key is set.')
  }
  /** Who starts programs often sets a variable to nothing and means that there is none. */
  const setting = (name: string): string | undefined => env[name] || undefined
  const tokens = createTokenBroker({
    httpApiUrl: httpApiUrlOf(config),
    username: setting('OZEKI_HTTP_USERNAME'),
    password: setting('OZEKI_HTTP_PASSWORD'),
    fixedToken: setting('OZEKI_TOKEN'),
    lifetimeSeconds: config.pbx.tokenLifetimeSeconds,
    clock: options.clock,
    fetch: options.fetch,
  })
  const app = createApp({ ...options, tokens })
  const server = createAdaptorServer({ fetch: app.fetch })

  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Port ${options.port} of ${host} cannot be opened; another program may use it. Choose another one with --port.`
      reject(new ServeError('cannot-listen', message, { cause }))
    })
    server.listen(options.port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : options.port)
    })
  })
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return {
    port,
    url: `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** Where the server reaches the PBX's HTTP API: as configured, else port 7780 of the PBX. */
function httpApiUrlOf(config: Config): string | null {
  const { httpApiUrl, address } = config.pbx
  if (httpApiUrl !== undefined) return httpApiUrl
  return `http://${address === 'auto' ? '127.0.0.1' : address}:7780/`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
