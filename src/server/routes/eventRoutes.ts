import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { EventHub } from '../eventHub.ts'
import { problem } from '../problem.ts'

/** `GET /api/events`, server-sent events as in contract/serverEvents.ts. */
export function eventRoutes(hub: EventHub): Hono<{ Bindings: Partial<HttpBindings> }> {
  const routes = new Hono<{ Bindings: Partial<HttpBindings> }>()
  routes.get('/api/events', (context) => {
    // Hono answers HEAD by GET without its body: nobody would read the stream or end it.
    if (context.req.method === 'HEAD') return context.body(null, 200)
    // Not for Hono's own requests in memory, which have no socket.
    const bindings = context.env as Partial<HttpBindings> | undefined
    const stream = hub.open(() => bindings?.outgoing?.destroy())
    if (stream === undefined)
      return problem(context, 503, 'As many walls listen already as this server can serve.')
    return context.body(stream, 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // A proxy that gathers or packs the answer would keep the events.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    })
  })
  return routes
}
