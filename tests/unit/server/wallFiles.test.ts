import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { serve } from './serveStage.ts'
import { secretText, testApp } from './serverStage.ts'

test.each(['/', '/team/support', '/team/support/agents', '/extensions/1001-1020,1050', '/all'])(
  '%s is the page, which is asked for again every time',
  async (path) => {
    const response = await (await testApp()).request(path)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<title>Wall</title>')
    expect(response.headers.get('Content-Type')).toContain('text/html')
    expect(response.headers.get('Cache-Control')).toBe('no-cache')
  },
)

test('a file that is named by its content may be kept for ever, others not', async () => {
  const app = await testApp()
  const asset = await app.request('/assets/main-1a2b.js')
  expect(asset.headers.get('Content-Type')).toContain('javascript')
  expect(asset.headers.get('Cache-Control')).toContain('immutable')
  const icon = await app.request('/icon.svg')
  expect(icon.headers.get('Cache-Control')).toBe('no-cache')
})

test('a missing script is not answered by the page, and not kept', async () => {
  const response = await (await testApp()).request('/assets/old-9z.js')
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('<title>')
  expect(response.headers.get('Cache-Control') ?? '').not.toContain('immutable')
})

test('every answer forbids to guess its type and to tell where it came from', async () => {
  const app = await testApp()
  for (const path of ['/', '/assets/main-1a2b.js', '/api/config', '/healthz']) {
    const { headers } = await app.request(path)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  }
})

test('only GET is answered for pages', async () => {
  const response = await (await testApp()).request('/team/support', { method: 'POST' })
  expect(response.status).toBe(405)
})

/** Sends a path as it is; clients of a higher level tidy it first. */
function ask(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`)
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => resolve(Buffer.concat(chunks).toString()))
    socket.on('error', reject)
  })
}

test('no path leads out of the folder of the wall', async () => {
  const { server } = await serve()
  expect(await ask(server.port, '/icon.svg')).toContain('<svg')
  const ways = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '//secret.txt',
    '/icon.svg%00/../../secret.txt',
    '/%',
  ]
  for (const way of ways) {
    const answer = await ask(server.port, way)
    expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /)
    expect(answer).not.toContain(secretText)
  }
})
