import { Hono } from 'hono'
import { wallReportSchema } from '../../contract/wallReport.ts'
import { readJson } from '../readJson.ts'
import type { WallRegistry } from '../wallRegistry.ts'

/** `POST /api/report`. */
export function reportRoutes(walls: WallRegistry): Hono {
  const routes = new Hono()
  routes.post('/api/report', async (context) => {
    const { value, refusal } = await readJson(context, wallReportSchema)
    if (refusal !== undefined) return refusal
    walls.hear(value)
    return context.body(null, 204)
  })
  return routes
}
