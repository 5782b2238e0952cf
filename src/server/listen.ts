import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { Timers } from '../pbx/timers.ts'

/** Why the server cannot start; the message says what to do. */
export class ServeError extends Error {
  override readonly name = 'ServeError'
  readonly code: 'cannot-listen'

  constructor(code: ServeError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export interface Listening {
  readonly port: number
  /** Takes no more requests and waits for those under way, 3 s at most. */
  close(): Promise<void>
}

const patienceMs = 3_000
/** Who sends a request byte by byte would otherwise hold a connection for minutes. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
}
/** 500 walls with the six connections that a browser opens. */
const mostConnections = 3_000

/** Opens the port. Rejects with a `ServeError`. `port` 0 takes any free one. */
export async function listen(
  app: Hono,
  { host, port, timers }: { host: string; port: number; timers: Timers },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: limits,
  }) as Server
  server.maxConnections = mostConnections
  let isClosing = false
  // Who has got his answer would otherwise keep his connection for the next request.
  server.on('request', (_request, response) => {
    response.once('close', () => {
      if (isClosing) setImmediate(() => server.closeIdleConnections())
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Port ${port} of ${host} cannot be opened; another program may use it. Choose another one with --port.`
      reject(new ServeError('cannot-listen', message, { cause }))
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        isClosing = true
        const timer = timers.set(() => server.closeAllConnections(), patienceMs)
        server.close(() => {
          timers.clear(timer)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
