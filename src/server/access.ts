import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { createAccessCookie } from './accessCookie.ts'
import { isSameSecret, shortestGoodKey } from './accessKey.ts'
import { createGuessLimit } from './guessing.ts'
import type { Log } from './log.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'
import { remoteAddress } from './remoteAddress.ts'

export interface AccessOptions {
  /** What walls must show; `undefined` or empty lets everybody in. */
  readonly key: string | undefined
  /** ms of a clock that never goes back. */
  readonly now: () => number
  readonly log: Log
}

export interface Access {
  /** Lets through who has shown the key, and whoever wants to show it. For everything under `/api`. */
  readonly guard: MiddlewareHandler
  /** `POST /api/access` with `{ key }`: 204 and a cookie that is made from the key. */
  readonly routes: Hono
}

const path = '/api/access'
/** What every wall reads now and then: its cookie begins a new year, so that a screen that is in use is never asked. */
const renewingPath = '/api/config'
const largestBody = 1024
const tellEveryMs = 10_000
const bodySchema = v.object({ key: v.string() })

/** The lock of the server. Nothing of it is stored: a server with another key refuses every cookie made before. */
export function createAccess({ key, now, log }: AccessOptions): Access {
  const routes = new Hono()
  routes.use(path, bodyLimit({ maxSize: largestBody, onError: tooLarge }))
  if (key === undefined || key === '') {
    // A link with a key goes on working when the key is gone.
    routes.post(path, (context) => context.body(null, 204))
    return { guard: (_context, next) => next(), routes }
  }
  if (key.length < shortestGoodKey) {
    log('warn', `CALLWALL_ACCESS_KEY is short; take ${shortestGoodKey} characters or more.`)
  }
  const cookie = createAccessCookie(key)
  const limit = createGuessLimit({ now })
  const tell = createWrongKeyLog(now, log)

  const guard: MiddlewareHandler = async (context, next) => {
    if (context.req.method === 'POST' && context.req.path === path) return next()
    if (!cookie.isShown(context)) {
      return refused(context, 'keyRequired', 'Show the access key of this server first.')
    }
    if (context.req.path === renewingPath) cookie.give(context)
    return next()
  }
  routes.post(path, async (context) => {
    const body = await readJson(context, bodySchema)
    if (body.refusal !== undefined) return body.refusal

    // A screen that is in already does not wait for those who guess at its address.
    if (cookie.isShown(context)) return context.body(null, 204)
    const address = remoteAddress(context)
    const waitMs = limit.waitMs(address)
    if (waitMs > 0) return tooSoon(context, Math.ceil(waitMs / 1000))
    if (!isSameSecret(body.value.key, key)) {
      limit.wrong(address)
      tell(address)
      return refused(context, 'keyWrong', 'This is not the access key of this server.')
    }
    limit.right(address)
    cookie.give(context)
    return context.body(null, 204)
  })
  return { guard, routes }
}

/** Tells of wrong keys, of a flood of them only now and then. */
function createWrongKeyLog(now: () => number, log: Log): (address: string) => void {
  let untold = 0
  let toldAt = -Infinity
  return (address) => {
    untold++
    if (now() - toldAt < tellEveryMs) return
    log('warn', 'A wrong access key was shown.', { address, times: untold })
    untold = 0
    toldAt = now()
  }
}

/** A 401 has to name a scheme; browsers, which know no such one, ask nobody for a password. */
function refused(context: Context, code: 'keyRequired' | 'keyWrong', detail: string): Response {
  context.header('WWW-Authenticate', 'CallwallKey')
  return problem(context, 401, detail, code)
}

function tooSoon(context: Context, seconds: number): Response {
  context.header('Retry-After', String(seconds))
  const detail = `Too many wrong keys. Try again in ${seconds} s.`
  return problem(context, 429, detail, 'slowDown')
}

function tooLarge(context: Context): Response {
  return problem(context, 413, `The body is larger than ${largestBody} bytes.`)
}
