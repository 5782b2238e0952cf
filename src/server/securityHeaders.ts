import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '../contract/config.ts'
import { ancestorSources, contentSecurityPolicy } from './contentSecurityPolicy.ts'
import { isHttps } from './remoteAddress.ts'

const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The wall shows calls and makes none, so that not even the PBX's script needs a microphone.
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()',
}

/**
 * Puts the security headers of the config of the moment on every answer. Cross-Origin-Embedder-Policy is none of them:
 * the PBX's script comes from another origin and does not say that it may be embedded.
 */
export function securityHeaders(config: () => Config): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { pbx, frameAncestors } = config()
    const policy = contentSecurityPolicy({ pbx, frameAncestors, pageHost: pageHostOf(context) })
    for (const [name, value] of Object.entries(always)) context.header(name, value)
    context.header('Content-Security-Policy', policy)
    if (ancestorSources(frameAncestors).includes("'none'")) {
      context.header('X-Frame-Options', 'DENY')
    }
    // On plain http a browser complains of it and does nothing.
    if (isHttps(context)) context.header('Cross-Origin-Opener-Policy', 'same-origin')
  }
}

/**
 * The host that the browser asked for, without its port; behind a proxy the one that the proxy was asked for. Who says so
 * untruly gets another policy for his own page.
 */
function pageHostOf(context: Context): string {
  const { req } = context
  const host = req.header('X-Forwarded-Host') ?? req.header('Host') ?? new URL(req.url).host
  return host.replace(/:\d*$/, '')
}
