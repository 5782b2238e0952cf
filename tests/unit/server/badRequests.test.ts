import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { RunningServer } from '@/server/serve.ts'
import { serve } from './serveStage.ts'
import type { Logged } from './serveStage.ts'
import { builtWall, secretText } from './serverStage.ts'

const key = 'correct horse battery staple'
const fixedToken = 'b1946ac92492d2347c6235b4d2611184'

interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

interface Locked {
  readonly server: RunningServer
  readonly logged: readonly Logged[]
  /** Sends characters as they are; clients of a higher level tidy them first. Lone `\n` of `text` is sent as CR LF. */
  readonly send: (text: string) => Promise<Answer>
}

/** A server that asks for a key, with a token that nobody without the key may see. */
async function locked(): Promise<Locked> {
  const env = { CALLWALL_ACCESS_KEY: key, OZEKI_TOKEN: fixedToken }
  const { server, logged } = await serve({ env, appDir: await builtWall() })
  const send = (text: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      const finish = (): void => {
        const [head = '', ...rest] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')
        resolve({ status: Number(head.split(' ')[1]), head, body: rest.join('\r\n\r\n') })
      }
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(text.replace(/\n/g, '\r\n'), 'latin1')
      })
      socket.on('data', (chunk) => chunks.push(chunk))
      socket.on('close', finish)
      // A server that has answered may shut the door while the rest of the request is on its way.
      socket.on('error', (error) => (chunks.length > 0 ? finish() : reject(error)))
    })
  return { server, logged, send }
}

const get = (path: string, headers = ''): string =>
  `GET ${path} HTTP/1.1\nHost: wall.example\nConnection: close\n${headers}\n`

const post = (path: string, body: string, type = 'application/json'): string =>
  `POST ${path} HTTP/1.1\nHost: wall.example\nConnection: close\nContent-Type: ${type}\nContent-Length: ${body.length}\n\n${body}`

function expectNothingLetIn({ head, body }: Answer): void {
  const told = head + body
  for (const secret of [secretText, key, fixedToken, 'Set-Cookie']) {
    expect(told).not.toContain(secret)
  }
  expect(told).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/)
}

test('no path leads out of what everybody may see', async () => {
  const { send } = await locked()
  const paths = [
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/icon.svg%00.html',
    '/%00',
    '/%',
    '/\\..\\secret.txt',
    '//etc/passwd',
    'http://other.example/../secret.txt',
    'http://other.example/api/config',
    `/${'a/'.repeat(4_000)}`,
  ]
  for (const path of paths) {
    const answer = await send(get(path))
    expect(answer.status, path).toBeGreaterThanOrEqual(200)
    expect(answer.status, path).toBeLessThan(500)
    expectNothingLetIn(answer)
  }
})

test('without the key every way to write a path under /api is refused in so many words', async () => {
  const { send } = await locked()
  const paths = [
    '/api/config',
    '/api/token',
    '/api/events',
    '/api/calls?day=2026-11-21',
    '/api',
    '/api/',
    '/api//config',
    '/%61pi/config',
    '/api/%63onfig',
    '/api/./config',
    '/x/../api/config',
    '/api/config?key=x',
    '/api/config%3f',
    '/api/access',
  ]
  for (const path of paths) {
    const answer = await send(get(path))
    expect(answer.status, path).toBe(401)
    expect(answer.head).toContain('application/problem+json')
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'keyRequired' })
    expectNothingLetIn(answer)
  }
})

test('what only looks like /api tells nothing', async () => {
  const { send } = await locked()
  for (const path of ['/API/config', '//api/config', '/api%2fconfig', '/apiconfig']) {
    const answer = await send(get(path))
    expect([200, 401, 404], path).toContain(answer.status)
    expect(answer.body).not.toContain('"config"')
    expectNothingLetIn(answer)
  }
})

test('a method that nothing answers gets a clear no everywhere', async () => {
  const { send } = await locked()
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW']) {
    for (const path of ['/', '/api/config', '/api/access', '/healthz']) {
      const answer = await send(`${method} ${path} HTTP/1.1\nHost: x\nConnection: close\n\n`)
      expect([400, 401, 404, 405], `${method} ${path}`).toContain(answer.status)
      expectNothingLetIn(answer)
    }
  }
})

test('a HEAD is answered like a GET, without a body', async () => {
  const { send } = await locked()
  expect(await send(get('/').replace('GET', 'HEAD'))).toMatchObject({ status: 200, body: '' })
  expect(await send(get('/api/config').replace('GET', 'HEAD'))).toMatchObject({ status: 401 })
})

test('what is no proper HTTP is refused', async () => {
  const { send } = await locked()
  const requests = [
    ['a header of 100 kB', get('/', `X-Long: ${'x'.repeat(100_000)}\n`), 431],
    ['a line that is no HTTP', 'hello\n\n', 400],
    ['a request without a host', 'GET / HTTP/1.1\n\n', 400],
    [
      'two lengths',
      'POST /api/access HTTP/1.1\nHost: x\nContent-Length: 5\nContent-Length: 6\n\nabcdef',
      400,
    ],
    [
      'a length and chunks',
      'POST /api/access HTTP/1.1\nHost: x\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n',
      400,
    ],
    ['a NUL in a header', get('/', 'X-Nul: a\0b\n'), 400],
  ] as const
  for (const [what, request, status] of requests) {
    const answer = await send(request)
    expect(answer.status, what).toBe(status)
    expectNothingLetIn(answer)
  }
})

test('a Host that is none neither breaks the page nor gets into its headers', async () => {
  const { send } = await locked()
  for (const host of ['', 'a b', 'x;script-src *', '[::1', 'ä', 'x:99999999', '%%%']) {
    const answer = await send(`GET / HTTP/1.1\nHost: ${host}\nConnection: close\n\n`)
    expect([200, 400]).toContain(answer.status)
    expect(answer.head).not.toContain('script-src *')
    expectNothingLetIn(answer)
  }
})

test('a huge body is refused without being read to its end', async () => {
  const { send, server, logged } = await locked()
  const promised = `POST /api/access HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nContent-Length: 1000000000\n\n{`
  expect((await send(promised)).status).toBe(413)
  const chunk = `10000\n${'x'.repeat(65_536)}\n`
  const chunked = `POST /api/access HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nTransfer-Encoding: chunked\n\n${chunk.repeat(20)}`
  expect((await send(chunked)).status).toBe(413)
  expect((await fetch(`${server.url}healthz`)).status).toBe(200)
  expect(logged.filter(({ level }) => level === 'error')).toEqual([])
})

test('JSON that is nested without end, or names what objects inherit, is just a wrong body', async () => {
  const { send } = await locked()
  const bodies = [
    '['.repeat(900),
    '{"key":'.repeat(100),
    '{"__proto__":{"key":"x"}}',
    '{"constructor":{}}',
    '{"key":null}',
    '\u0000',
  ]
  for (const body of bodies) {
    const answer = await send(post('/api/access', body))
    expect(answer.status).toBe(400)
    expectNothingLetIn(answer)
  }
})

test('a page of another site is refused before its key is looked at', async () => {
  const { send } = await locked()
  const body = JSON.stringify({ key })
  const foreign = post('/api/access', body).replace('\n', '\nOrigin: http://evil.example\n')
  const answer = await send(foreign)
  expect(answer.status).toBe(403)
  expectNothingLetIn(answer)
})

test('1,000 wrong keys through one socket let nobody in and leave the server well', async () => {
  const { server, logged, send } = await locked()
  const guesses = Array.from({ length: 1_000 }, (_, guess) =>
    post('/api/access', JSON.stringify({ key: `guess ${guess}` })),
  )
  const kept = guesses.map((guess) => guess.replace('Connection: close\n', ''))
  const { head, body } = await send([...kept.slice(1), guesses[0]].join(''))
  const statuses = `${head}${body}`.match(/HTTP\/1\.1 \d+/g)!
  expect(statuses).toHaveLength(1_000)
  expect([...new Set(statuses)].sort()).toEqual(['HTTP/1.1 401', 'HTTP/1.1 429'])
  expect(body).not.toContain('Set-Cookie')
  expect((await fetch(`${server.url}api/config`)).status).toBe(401)
  expect((await fetch(`${server.url}healthz`)).status).toBe(200)
  expect(logged.length).toBeLessThan(20)
  expect(JSON.stringify(logged)).not.toMatch(/guess \d|correct horse/)
})
