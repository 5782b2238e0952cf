import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { createAccess } from '@/server/access.ts'

const key = 'correct horse battery staple'

interface Locked {
  readonly app: Hono
  readonly logged: string[]
  /** Moves the server's clock on. */
  pass(ms: number): void
}

function locked(accessKey = key): Locked {
  let now = 0
  const logged: string[] = []
  const access = createAccess({
    key: accessKey,
    now: () => now,
    log: (...line) => logged.push(JSON.stringify(line)),
  })
  const app = new Hono()
  app.use('/api/*', access.guard)
  app.route('/', access.routes)
  app.get('/api/config', (context) => context.json({ calls: 'secret' }))
  app.get('/', (context) => context.text('page'))
  return {
    app,
    logged,
    pass: (ms) => {
      now += ms
    },
  }
}

interface Shown {
  readonly key?: unknown
  readonly from?: string
  readonly headers?: Record<string, string>
}

/** Shows a key to the server over an address of its own. */
function show({ app }: Locked, { key: shown = key, from = '192.0.2.1', headers = {} }: Shown = {}) {
  const request = new Request('http://wall/api/access', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ key: shown }),
  })
  return app.fetch(request, { incoming: { socket: { remoteAddress: from } } })
}

const statusOf = async (server: Locked, shown: Shown): Promise<number> =>
  (await show(server, shown)).status

/** The cookie that the right key gives, as a browser sends it back. */
async function cookieOf(server: Locked): Promise<string> {
  const [cookie = ''] = ((await show(server)).headers.get('Set-Cookie') ?? '').split(';')
  return cookie
}

const configWith = async ({ app }: Locked, cookie: string): Promise<number> =>
  (await app.request('/api/config', { headers: { Cookie: cookie } })).status

test('without the key nothing under /api is told, and the answer says what is missing', async () => {
  const { app } = locked()
  for (const path of ['/api/config', '/api/', '/api', '/api/nothing', '/%61pi/config']) {
    const response = await app.request(path)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ status: 401, code: 'keyRequired' })
  }
  expect((await app.request('/')).status).toBe(200)
})

test('the right key gives a cookie that opens the door for a year and hides the key', async () => {
  const server = locked()
  const response = await show(server)
  expect(response.status).toBe(204)
  const cookie = response.headers.get('Set-Cookie') ?? ''
  expect(cookie).toMatch(
    /^callwall_[\w-]{8}=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect(cookie).not.toContain(key)
  expect(await configWith(server, await cookieOf(server))).toBe(200)
})

test('the cookie is kept to https where the wall came by https', async () => {
  const server = locked()
  const https = { 'X-Forwarded-Proto': 'https' }
  const given = (await show(server, { headers: https })).headers.get('Set-Cookie') ?? ''
  expect(given).toMatch(/^__Host-callwall_.*; Path=\/.*; Secure/)
  const [cookie = ''] = given.split(';')
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await server.app.request('/api/config', { headers: { Cookie: cookie, ...headers } })).status
  expect([await ask(https), await ask({})]).toEqual([200, 401])
})

test('two servers of one host with different keys leave each other’s cookie alone', async () => {
  const [one = ''] = (await cookieOf(locked())).split('=')
  const [other = ''] = (await cookieOf(locked('another key of another wall'))).split('=')
  expect(one).not.toBe(other)
})

test('a screen that is in is not kept waiting by those who guess at its address', async () => {
  const server = locked()
  const cookie = await cookieOf(server)
  for (let guess = 0; guess < 10; guess++) await show(server, { key: 'wrong' })
  expect(await statusOf(server, {})).toBe(429)
  expect(await statusOf(server, { headers: { Cookie: cookie } })).toBe(204)
})

test('a screen that is in use is given a new year whenever it reads the config', async () => {
  const server = locked()
  const cookie = await cookieOf(server)
  const response = await server.app.request('/api/config', { headers: { Cookie: cookie } })
  expect(response.headers.get('Set-Cookie')).toMatch(`${cookie}; Max-Age=31536000;`)
})

test('another server with the same key takes the cookie; one with another key does not', async () => {
  const cookie = await cookieOf(locked())
  expect(await configWith(locked(), cookie)).toBe(200)
  expect(await configWith(locked('correct horse battery stapler'), cookie)).toBe(401)
})

test('a cookie that was changed in any way opens nothing', async () => {
  const server = locked()
  const cookie = await cookieOf(server)
  const [name = '', value = ''] = cookie.split('=')
  const changed = [
    ...[value.slice(1), `${value}A`, value.toUpperCase(), '', key, encodeURIComponent(key)],
    ...['A'.repeat(10_000), '%00', '\u00e9'],
  ]
  for (const other of changed) expect(await configWith(server, `${name}=${other}`)).toBe(401)
  expect(await configWith(server, `other=${value}`)).toBe(401)
})

test('a wrong key gives no cookie, however near it comes, and is not written down', async () => {
  const server = locked()
  const nearly = [key.slice(0, -1), `${key} `, key.toUpperCase()]
  const wrongs = ['', 'c', ...nearly, 'x'.repeat(900), '🔑']
  for (const [index, wrong] of wrongs.entries()) {
    const response = await show(server, { key: wrong, from: `192.0.2.${index}` })
    expect(response.status, wrong).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'keyWrong' })
    expect(response.headers.get('Set-Cookie')).toBeNull()
    server.pass(10_000)
  }
  expect(server.logged).toEqual(
    wrongs.map((_wrong, index) =>
      JSON.stringify([
        'warn',
        'A wrong access key was shown.',
        { address: `192.0.2.${index}`, times: 1 },
      ]),
    ),
  )
})

test('a key may hold any character', async () => {
  const odd = 'ключ & "key" 🔑 %2B+='
  const server = locked(odd)
  const response = await show(server, { key: odd })
  expect(response.status).toBe(204)
  expect(response.headers.get('Set-Cookie')).toMatch(/^callwall_[\w-]+=[\w-]+;/)
})

test('a body that is too large, no JSON or without a key is refused and no guess', async () => {
  const { app } = locked()
  const ask = async (body: string, type = 'application/json'): Promise<number> => {
    const init = { method: 'POST', headers: { 'Content-Type': type }, body }
    return (await app.request('/api/access', init)).status
  }
  expect(await ask(JSON.stringify({ key: 'x'.repeat(2_000) }))).toBe(413)
  expect(await ask(JSON.stringify({ key }), 'text/plain')).toBe(415)
  expect(await ask(`key=${key}`, 'application/x-www-form-urlencoded')).toBe(415)
  for (const body of ['', '{', 'null', '[]', '{"key":5}', '{"key":["a"]}', '{}']) {
    expect(await ask(body)).toBe(400)
  }
  expect(await ask(JSON.stringify({ key }))).toBe(204)
})

test('1,000 wrong keys let nobody in, and each is made to wait longer', async () => {
  const server = locked()
  const statuses: number[] = []
  for (let guess = 0; guess < 1_000; guess++) {
    const response = await show(server, { key: `guess ${guess}` })
    statuses.push(response.status)
    expect(response.headers.get('Set-Cookie')).toBeNull()
    server.pass(1_000)
  }
  const looked = statuses.filter((status) => status === 401).length
  expect(statuses.filter((status) => status === 429)).toHaveLength(1_000 - looked)
  expect(looked).toBeLessThan(30)
  expect(server.logged.length).toBeLessThanOrEqual(looked)
})

test('while an address has to wait not even the right key is looked at; then it is', async () => {
  const server = locked()
  for (let guess = 0; guess < 6; guess++) await show(server, { key: 'wrong' })
  server.pass(300)
  const response = await show(server)
  expect(response.status).toBe(429)
  expect(await response.json()).toMatchObject({ code: 'slowDown' })
  server.pass(Number(response.headers.get('Retry-After')) * 1_000)
  expect(await statusOf(server, {})).toBe(204)
})

test('who guesses at one address keeps no other one out', async () => {
  const server = locked()
  for (let guess = 0; guess < 40; guess++) await show(server, { key: 'wrong' })
  expect(await statusOf(server, { from: '192.0.2.2' })).toBe(204)
})

test('who mistypes now and then and knows the key is never slowed down', async () => {
  const server = locked()
  for (let morning = 0; morning < 5; morning++) {
    for (let guess = 0; guess < 3; guess++) await show(server, { key: 'mistyped' })
    expect(await statusOf(server, {})).toBe(204)
  }
})

test('a flood of wrong keys is one line of the log every 10 s, with how many they were', async () => {
  const server = locked()
  const flood = async (): Promise<void> => {
    for (let last = 0; last < 20; last++) {
      await show(server, { key: 'wrong', from: `192.0.2.${last}` })
    }
  }
  await flood()
  server.pass(10_000)
  await flood()
  expect(server.logged).toEqual([
    expect.stringContaining('"times":1}'),
    expect.stringContaining('"times":20}'),
  ])
})

test('a key that is shown again and again is no guess', async () => {
  const server = locked()
  for (let wall = 0; wall < 50; wall++) expect(await statusOf(server, {})).toBe(204)
})

test('without a key set everybody is let in, links with a key too', async () => {
  const server = locked('')
  expect((await server.app.request('/api/config')).status).toBe(200)
  const response = await show(server)
  expect([response.status, response.headers.get('Set-Cookie')]).toEqual([204, null])
})

test('a short key is warned of, without telling it', () => {
  const { logged } = locked('tiger')
  expect(logged).toEqual([expect.stringContaining('CALLWALL_ACCESS_KEY is short')])
  expect(logged.join()).not.toContain('tiger')
})

test('over a real socket the address is the socket’s, and the door opens and shuts the same', async () => {
  const server = locked()
  const listening = createAdaptorServer({ fetch: server.app.fetch, createServer })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void listening.close())
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api/`
  const post = (shown: string, client: string): Promise<Response> =>
    fetch(`${url}access`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `203.0.113.9, ${client}` },
      body: JSON.stringify({ key: shown }),
    })

  for (let guess = 0; guess < 6; guess++) await post('wrong', '192.0.2.1')
  expect((await post(key, '192.0.2.1')).status).toBe(429)
  const response = await post(key, '192.0.2.2')
  expect(response.status).toBe(204)
  const [cookie = ''] = response.headers.getSetCookie()[0]!.split(';')
  expect((await fetch(`${url}config`)).status).toBe(401)
  expect((await fetch(`${url}config`, { headers: { Cookie: cookie } })).status).toBe(200)
})
