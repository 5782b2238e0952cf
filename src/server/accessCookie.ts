import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isSameSecret, proofOf } from './accessKey.ts'
import { isHttps } from './remoteAddress.ts'

/** The cookie of a screen that has shown the key. */
export interface AccessCookie {
  isShown(context: Context): boolean
  /** Puts it on the answer, good for a year from now. */
  give(context: Context): void
}

const lifeSeconds = 365 * 86_400

/**
 * A cookie that is made from the key. Its name tells servers of one host with different keys apart, as cookies do not
 * heed ports, and https from http, which may not replace a cookie of https.
 */
export function createAccessCookie(key: string): AccessCookie {
  const proof = proofOf(key)
  const name = `callwall_${proof.slice(0, 8)}`
  const nameFor = (context: Context): string => (isHttps(context) ? `__Host-${name}` : name)
  return {
    isShown: (context) => isSameSecret(getCookie(context, nameFor(context)) ?? '', proof),
    give: (context) =>
      setCookie(context, nameFor(context), proof, {
        ...{ path: '/', maxAge: lifeSeconds, httpOnly: true, sameSite: 'Lax' },
        secure: isHttps(context),
      }),
  }
}
