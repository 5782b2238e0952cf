import { expect, test } from 'vitest'
import type { RunningServer, ServeOptions } from '@/server/serve.ts'
import { serve } from './serveStage.ts'
import type { ServeStage } from './serveStage.ts'

interface Asked {
  readonly address: string
  readonly body: string
}

/** Beside a PBX that gives tokens; `asked` are the requests for one. */
async function serveBesidePbx(
  options: Partial<ServeOptions> = {},
): Promise<ServeStage & { readonly asked: Asked[] }> {
  const asked: Asked[] = []
  const stage = await serve({
    fetch: (input, init) => {
      const body = init?.body
      if (typeof input !== 'string' || !(body instanceof URLSearchParams)) throw new TypeError()
      if (body.get('Command') === 'GenerateSecurityToken')
        asked.push({ address: input, body: body.toString() })
      return Promise.resolve(
        new Response('<Response><Code>200</Code><SecurityToken>abc</SecurityToken></Response>'),
      )
    },
    ...options,
  })
  return { ...stage, asked }
}

const tokenOf = async ({ url }: RunningServer): Promise<unknown> => {
  const response = await fetch(`${url}api/token`, { method: 'POST' })
  return ((await response.json()) as { token: unknown }).token
}

test('the PBX is asked at port 7780 of its address, as the user of the environment', async () => {
  const env = { OZEKI_HTTP_USERNAME: 'wall', OZEKI_HTTP_PASSWORD: 'geheim' }
  const { server, asked } = await serveBesidePbx({ env })
  expect(await tokenOf(server)).toBe('abc')
  expect(asked[0]?.address).toBe('http://192.0.2.10:7780/')
  const body = new URLSearchParams(asked[0]?.body)
  expect([body.get('Username'), body.get('Password')]).toEqual(['wall', 'geheim'])
  expect(body.get('AuthXml')).toContain('<AllowSessionModification>False<')
})

test('variables that are set to nothing count as not set', async () => {
  const env = {
    OZEKI_HTTP_USERNAME: '',
    OZEKI_HTTP_PASSWORD: '',
    OZEKI_TOKEN: '',
    CALLWALL_ACCESS_KEY: '',
  }
  const { server, asked } = await serveBesidePbx({ env })
  expect(await tokenOf(server)).toBe('abc')
  expect(asked[0]?.body).not.toContain('Username')
})

test('a server that everybody can reach warns of it', async () => {
  const message = 'Everybody who reaches this address can see the wall: no access key is set.'
  const open = await serveBesidePbx({ host: '0.0.0.0' })
  expect(open.logged.map((line) => line.message)).toContain(message)
  const env = { CALLWALL_ACCESS_KEY: 'k'.repeat(30) }
  for (const closed of [await serveBesidePbx(), await serveBesidePbx({ host: '0.0.0.0', env })])
    expect(closed.logged).toEqual([])
})

test('with an access key nobody gets config, token or events without it', async () => {
  const { server, asked } = await serveBesidePbx({ env: { CALLWALL_ACCESS_KEY: 'k'.repeat(30) } })
  const answers = await Promise.all([
    fetch(`${server.url}api/config`),
    fetch(`${server.url}api/token`, { method: 'POST' }),
    fetch(`${server.url}api/events`),
    fetch(`${server.url}api/report`, { method: 'POST' }),
    fetch(`${server.url}api/calls`),
  ])
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  expect(asked).toEqual([])
  expect((await fetch(`${server.url}healthz`)).status).toBe(200)
})

test('a port that is taken is named, with what to do', async () => {
  const { server } = await serveBesidePbx()
  await expect(serveBesidePbx({ port: server.port })).rejects.toMatchObject({
    code: 'cannot-listen',
    message: expect.stringMatching(new RegExp(`^Port ${server.port} .* --port\\.$`)),
  })
})

test('a server that has stopped answers no more', async () => {
  const { server } = await serveBesidePbx()
  await server.stop()
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})
