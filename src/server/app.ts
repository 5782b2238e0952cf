import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Config } from '../contract/config.ts'
import type { WallConfigBody } from '../contract/wallConfig.ts'
import { wallConfigOf } from '../contract/wallConfig.ts'
import type { Clock } from '../domain/clock.ts'
import { isPbxError } from '../pbx/pbxError.ts'
import type { Log } from './log.ts'
import { problem } from './problem.ts'
import type { TokenBroker } from './tokenBroker.ts'

export interface AppOptions {
  readonly config: Config
  /** The site's clock; `speed` is 1 except beside an emulator that runs faster. */
  readonly clock: Clock & { readonly speed: number }
  readonly version: string
  readonly tokens: TokenBroker
  /** Folder of the built wall. */
  readonly appDir: string
  readonly log: Log
}

const largestBody = 64 * 1024

/** The HTTP of the server, DESIGN 4.4: config, clock, tokens, and the wall itself for every other path. */
export function createApp(options: AppOptions): Hono {
  const { config, clock, version, tokens, log } = options
  const app = new Hono()

  app.use('*', async (context, next) => {
    await next()
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
  })
  app.use('/api/*', bodyLimit({ maxSize: largestBody, onError: tooLarge }))
  app.use('/api/*', async (context, next) => {
    if (isForeign(context)) return problem(context, 403, 'The request comes from another site.')
    context.header('Cache-Control', 'no-store')
    return next()
  })

  app.get('/healthz', (context) => context.json({ status: 'ok', version }))
  app.get('/api/config', (context) => {
    const body: WallConfigBody = {
      config: wallConfigOf(config),
      clock: { now: Math.round(clock.now()), speed: clock.speed },
      version,
    }
    return context.json(body)
  })
  app.post('/api/token', async (context) => {
    try {
      return context.json(await tokens.token())
    } catch (error) {
      if (!isPbxError(error)) throw error
      log('warn', error.message, { code: error.code })
      const code = error.code === 'denied' ? 'denied' : 'failed'
      return problem(context, 502, error.message, code)
    }
  })
  app.all('/api/*', (context) =>
    problem(context, 404, `There is no ${context.req.method} ${context.req.path} here.`),
  )

  serveWall(app, options.appDir)
  app.onError((error, context) => {
    log('error', error.message, { path: context.req.path })
    return problem(context, 500, 'The server met an error of its own; its log says more.')
  })
  return app
}

/** Files of the built wall; a path without a file is a route of the wall. */
function serveWall(app: Hono, appDir: string): void {
  const forever = 'public, max-age=31536000, immutable'
  app.get('*', async (context, next) => {
    await next()
    if (!context.res.ok) return
    const isNamedByContent = context.req.path.startsWith('/assets/')
    context.header('Cache-Control', isNamedByContent ? forever : 'no-cache')
  })
  app.get('*', serveStatic({ root: appDir }))
  app.get('/assets/*', (context) => context.notFound())
  app.get('*', serveStatic({ root: appDir, path: 'index.html' }))
  app.all('*', (context) => problem(context, 405, 'Only GET is answered here.'))
}

/** Whether a browser says that another site's page made the request. */
function isForeign(context: Context): boolean {
  const origin = context.req.header('Origin')
  if (origin === undefined) return false
  try {
    return new URL(origin).host !== context.req.header('Host')
  } catch {
    return true
  }
}

function tooLarge(context: Context): Response {
  return problem(context, 413, `The body is larger than ${largestBody / 1024} KiB.`)
}
