import { expect, test } from 'vitest'
import { PbxError } from '@/pbx/pbxError.ts'
import { configOf, testApp } from './serverStage.ts'

const bodyOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>

test('a wall gets config, clock and version, and nothing of the server’s own affairs', async () => {
  const app = await testApp({
    config: configOf({
      pbx: { address: '192.0.2.10', httpApiUrl: 'http://192.0.2.99:7780/' },
      records: { file: '/srv/records.db' },
    }),
    clock: { now: () => 1_000.4, speed: 20 },
  })
  const response = await app.request('/api/config')
  const text = await response.clone().text()
  expect(await bodyOf(response)).toMatchObject({
    config: { pbx: { address: '192.0.2.10' } },
    clock: { now: 1_000, speed: 20 },
    version: '1.2.3',
  })
  expect(text).not.toMatch(/192\.0\.2\.99|records\.db|httpApiUrl|csp/)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
})

test('a wall gets a token and when it ends', async () => {
  const response = await (await testApp()).request('/api/token', { method: 'POST' })
  expect(response.status).toBe(200)
  expect(await bodyOf(response)).toEqual({ token: 'abc', expiresAt: 2_000 })
  expect(response.headers.get('Cache-Control')).toBe('no-store')
})

test.each([
  ['denied', 'denied'],
  ['failed', 'failed'],
  ['bad-token', 'failed'],
] as const)('a PBX error %s is a problem document with the code %s', async (code, told) => {
  const app = await testApp({
    tokens: { token: () => Promise.reject(new PbxError(code, 'The PBX sleeps.')) },
  })
  const response = await app.request('/api/token', { method: 'POST' })
  expect(response.status).toBe(502)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await bodyOf(response)).toMatchObject({
    status: 502,
    code: told,
    detail: 'The PBX sleeps.',
  })
})

test('an error of the server itself is logged and not told', async () => {
  const lines: string[] = []
  const app = await testApp({
    tokens: { token: () => Promise.reject(new Error('password: geheim')) },
    log: (_level, message) => lines.push(message),
  })
  const response = await app.request('/api/token', { method: 'POST' })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('geheim')
  expect(lines).toEqual(['password: geheim'])
})

test.each(['https://evil.example', 'http://wall.example:81', 'null', 'nonsense'])(
  'a page of %s gets neither config nor token',
  async (origin) => {
    const app = await testApp()
    const headers = { Origin: origin, Host: 'wall.example' }
    const token = await app.request('/api/token', { method: 'POST', headers })
    const config = await app.request('/api/config', { headers })
    expect([token.status, config.status]).toEqual([403, 403])
    expect(await token.text()).not.toContain('abc')
  },
)

test('the server’s own page is let in', async () => {
  const headers = { Origin: 'http://wall.example', Host: 'wall.example' }
  const response = await (await testApp()).request('/api/token', { method: 'POST', headers })
  expect(response.status).toBe(200)
})

test('the server’s own page is let in behind a proxy that asks in its own name', async () => {
  const headers = {
    Origin: 'https://wall.example',
    Host: '127.0.0.1:8080',
    'X-Forwarded-Host': 'wall.example',
  }
  const response = await (await testApp()).request('/api/token', { method: 'POST', headers })
  expect(response.status).toBe(200)
})

test('a body that is too large is refused', async () => {
  const body = 'x'.repeat(65 * 1024)
  const response = await (
    await testApp()
  ).request('/api/token', {
    method: 'POST',
    headers: { 'Content-Length': String(body.length) },
    body,
  })
  expect(response.status).toBe(413)
  expect(await bodyOf(response)).toMatchObject({ status: 413 })
})

test.each([
  ['GET', '/api/nothing'],
  ['GET', '/api/token'],
  ['DELETE', '/api/config'],
  ['GET', '/api/'],
])('%s %s is answered by a problem document, never by the page', async (method, path) => {
  const response = await (await testApp()).request(path, { method })
  expect(response.status).toBe(404)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
})

test('the server tells that it lives', async () => {
  const response = await (await testApp()).request('/healthz')
  expect(response.status).toBe(200)
  expect(await bodyOf(response)).toMatchObject({ status: 'ok', version: '1.2.3' })
})
