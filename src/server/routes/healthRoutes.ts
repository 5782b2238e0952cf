import { Hono } from 'hono'
import type { Health } from '../health.ts'

/** `GET /healthz`: 200 while the server lives. */
export function healthRoutes(health: () => Health): Hono {
  const routes = new Hono()
  routes.get('/healthz', (context) => {
    context.header('Cache-Control', 'no-store')
    return context.json(health())
  })
  return routes
}
