import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Config } from '@/contract/config.ts'
import { securityHeaders } from '@/server/securityHeaders.ts'
import { configOf } from './serverStage.ts'

function appWith(config: () => Config): Hono {
  const app = new Hono()
  app.use('*', securityHeaders(config))
  app.get('/', (context) => context.html('<p>'))
  app.get('/broken', () => {
    throw new Error('broken')
  })
  app.onError((error, context) => context.text(error.message, 500))
  return app
}

const autoConfig = (): Config => configOf({ pbx: { address: 'auto' } })

test.each([
  ['/', 200],
  ['/nothing', 404],
  ['/broken', 500],
])('%s is answered with every header', async (path, expected) => {
  const { headers, status } = await appWith(configOf).request(path)
  expect(status).toBe(expected)
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('microphone=()'),
    'x-frame-options': 'DENY',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  })
  expect(headers.get('Cross-Origin-Embedder-Policy')).toBeNull()
})

test('a changed config changes the headers of the next answer', async () => {
  let config = configOf()
  const app = appWith(() => config)
  config = configOf({ frameAncestors: ['https://intranet.example'] })
  const { headers } = await app.request('/')
  expect(headers.get('Content-Security-Policy')).toMatch(
    /frame-ancestors https:\/\/intranet\.example$/,
  )
  expect(headers.get('X-Frame-Options')).toBeNull()
})

test.each([
  ['wall.example', 'http://wall.example:*'],
  ['192.0.2.20:8080', 'http://192.0.2.20:*'],
  ['[2001:db8::1]:8080', 'http: https:'],
])('for a page from %s the PBX "auto" is %s', async (host, source) => {
  const response = await appWith(autoConfig).request('/', { headers: { Host: host } })
  const policy = response.headers.get('Content-Security-Policy')
  expect(policy).toContain(`script-src 'self' ${source}`)
})

test('behind a proxy "auto" is the host by which the proxy was asked', async () => {
  const headers = { Host: '127.0.0.1:8080', 'X-Forwarded-Host': 'wall.example' }
  const response = await appWith(autoConfig).request('/', { headers })
  const policy = response.headers.get('Content-Security-Policy')
  expect(policy).toContain("script-src 'self' http://wall.example:* https://wall.example:*")
  expect(policy).not.toContain('127.0.0.1')
})

test('windows of other sites are kept apart where a browser can do it, over https', async () => {
  const app = appWith(configOf)
  const openerPolicy = async (headers: Record<string, string>): Promise<string | null> =>
    (await app.request('/', { headers })).headers.get('Cross-Origin-Opener-Policy')
  expect(await openerPolicy({ 'X-Forwarded-Proto': 'https' })).toBe('same-origin')
  expect(await openerPolicy({})).toBeNull()
})
