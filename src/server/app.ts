import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Access } from './access.ts'
import type { EventHub } from './eventHub.ts'
import type { Health } from './health.ts'
import type { Log } from './log.ts'
import { problem } from './problem.ts'
import { eventRoutes } from './routes/eventRoutes.ts'
import { healthRoutes } from './routes/healthRoutes.ts'
import { reportRoutes } from './routes/reportRoutes.ts'
import { siteRoutes } from './routes/siteRoutes.ts'
import { tokenRoutes } from './routes/tokenRoutes.ts'
import { wallFiles } from './routes/wallFiles.ts'
import { securityHeaders } from './securityHeaders.ts'
import type { Site } from './siteBodies.ts'
import type { TokenBroker } from './tokenBroker.ts'
import type { WallRegistry } from './wallRegistry.ts'

export interface AppOptions {
  readonly site: Site
  readonly tokens: TokenBroker
  readonly access: Access
  readonly events: EventHub
  readonly walls: WallRegistry
  readonly health: () => Health
  /** `/api/calls`; it limits its bodies itself. */
  readonly calls: Hono
  /** Folder of the built wall. */
  readonly appDir: string
  readonly log: Log
}

const largestBody = 64 * 1024
const callsPath = '/api/calls'

/** The HTTP of the server, DESIGN 4.4: everything under `/api`, and the wall itself for every other path. */
export function createApp(options: AppOptions): Hono {
  const { site, access, log } = options
  const app = new Hono()
  const limit = bodyLimit({ maxSize: largestBody, onError: tooLarge })

  app.use('*', securityHeaders(site.config))
  app.use('/api/*', (context, next) =>
    context.req.path === callsPath ? next() : limit(context, next),
  )
  app.use('/api/*', async (context, next) => {
    if (isForeign(context)) return problem(context, 403, 'The request comes from another site.')
    context.header('Cache-Control', 'no-store')
    return next()
  })
  app.use('/api/*', access.guard)

  app.route('/', healthRoutes(options.health))
  app.route('/', access.routes)
  app.route('/', siteRoutes(site))
  app.route('/', tokenRoutes(options.tokens))
  app.route('/', eventRoutes(options.events))
  app.route('/', reportRoutes(options.walls))
  app.route('/', options.calls)
  app.all('/api/*', (context) =>
    problem(context, 404, `There is no ${context.req.method} ${context.req.path} here.`),
  )
  app.route('/', wallFiles(options.appDir))

  app.onError((error, context) => {
    log('error', error.message, { path: context.req.path })
    return problem(context, 500, 'The server met an error of its own; its log says more.')
  })
  return app
}

/**
 * Whether a browser says that another site's page made the request. A proxy may have put its own Host in the place of
 * the browser's; its X-Forwarded-Host can be believed here, since no page of another site can send that header.
 */
function isForeign(context: Context): boolean {
  const origin = context.req.header('Origin')
  if (origin === undefined) return false
  const hosts = ['Host', 'X-Forwarded-Host'].map((name) => context.req.header(name))
  try {
    return !hosts.includes(new URL(origin).host)
  } catch {
    return true
  }
}

function tooLarge(context: Context): Response {
  return problem(context, 413, `The body is larger than ${largestBody / 1024} KiB.`)
}
