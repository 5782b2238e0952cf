import { Hono } from 'hono'
import { configBody } from '../siteBodies.ts'
import type { Site } from '../siteBodies.ts'

/** `GET /api/config`. */
export function siteRoutes(site: Site): Hono {
  const routes = new Hono()
  routes.get('/api/config', (context) => context.json(configBody(site)))
  return routes
}
