import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { problem } from '../problem.ts'

/** Files of the built wall; a path without a file is a route of the wall. */
export function wallFiles(appDir: string): Hono {
  const routes = new Hono()
  const forever = 'public, max-age=31536000, immutable'
  routes.get('*', async (context, next) => {
    await next()
    if (!context.res.ok) return
    const isNamedByContent = context.req.path.startsWith('/assets/')
    context.header('Cache-Control', isNamedByContent ? forever : 'no-cache')
  })
  routes.get('*', serveStatic({ root: appDir }))
  routes.get('/assets/*', (context) => context.notFound())
  routes.get('*', serveStatic({ root: appDir, path: 'index.html' }))
  routes.all('*', (context) => problem(context, 405, 'Only GET is answered here.'))
  return routes
}
