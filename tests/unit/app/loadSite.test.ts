import { expect, test } from 'vitest'
import { loadSite } from '@/app/loadSite.ts'

/** A web server of a few paths; every other path is a network that fails. */
function site(paths: Record<string, () => Response>): typeof fetch {
  return (input) => {
    const answer = typeof input === 'string' ? paths[input] : undefined
    return answer === undefined
      ? Promise.reject(new TypeError('network'))
      : Promise.resolve(answer())
  }
}

const json =
  (body: unknown, status = 200) =>
  (): Response =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    })
const page = (): Response =>
  new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })
const missing = (): Response => new Response('', { status: 404 })

const config = { pbx: { address: '192.0.2.10' } }
const served = { config, clock: { now: 1_000, speed: 20 }, version: '1.2.3' }

test('a server tells config, clock and version', async () => {
  expect(await loadSite(site({ '/api/config': json(served) }))).toMatchObject({
    type: 'server',
    config: { pbx: { address: '192.0.2.10', kind: 'ozeki' }, serviceLevel: { target: 0.8 } },
    clock: { now: 1_000, speed: 20 },
    version: '1.2.3',
  })
})

test.each([
  ['answers unknown paths with 404', missing],
  ['answers unknown paths with the page', page],
])('where the web server %s, the config.json beside it is used', async (_case, unknown) => {
  const loaded = await loadSite(site({ '/api/config': unknown, '/config.json': json(config) }))
  expect(loaded).toMatchObject({ type: 'static', config: { pbx: { address: '192.0.2.10' } } })
})

test.each([
  ['404', missing],
  ['the page', page],
])(
  'a web server that has nothing but %s leaves everything to a sign-in',
  async (_case, unknown) => {
    expect(await loadSite(site({ '/api/config': unknown, '/config.json': unknown }))).toEqual({
      type: 'none',
    })
  },
)

test('every mistake in a config is told', async () => {
  const wrong = { pbx: { adress: 'x' }, colour: 1 }
  const loaded = await loadSite(site({ '/api/config': missing, '/config.json': json(wrong) }))
  expect(loaded.type).toBe('invalid')
  const paths = loaded.type === 'invalid' ? loaded.problems.map(({ path }) => path) : []
  expect(paths.sort()).toEqual(['colour', 'pbx.address', 'pbx.adress'])
})

test.each([
  ['no object', []],
  ['a clock that is none', { ...served, clock: { now: 'noon', speed: 1 } }],
  ['no version', { config, clock: served.clock }],
])('an answer of the server with %s is not used', async (_case, body) => {
  expect(await loadSite(site({ '/api/config': json(body) }))).toMatchObject({ type: 'invalid' })
})

test('a network that fails is told from a config that is missing', async () => {
  expect(await loadSite(site({}))).toEqual({ type: 'unreachable' })
})

test('a server in trouble is unreachable, not without a config', async () => {
  const trouble = json({}, 503)
  expect(await loadSite(site({ '/api/config': trouble, '/config.json': trouble }))).toEqual({
    type: 'unreachable',
  })
})

test('text that calls itself JSON and is none counts as a failure, not as a config', async () => {
  const garbage = (): Response =>
    new Response('{"pbx":', { headers: { 'Content-Type': 'application/json' } })
  expect(await loadSite(site({ '/api/config': garbage, '/config.json': garbage }))).toEqual({
    type: 'unreachable',
  })
})
