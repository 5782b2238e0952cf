import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '@/server/serve.ts'
import type { RunningServer, ServeOptions } from '@/server/serve.ts'
import { builtWall, configOf } from './serverStage.ts'

interface Asked {
  readonly address: string
  readonly body: string
}

async function serve(options: Partial<ServeOptions> = {}): Promise<{
  readonly server: RunningServer
  readonly asked: Asked[]
  readonly logged: string[]
}> {
  const asked: Asked[] = []
  const logged: string[] = []
  const server = await startServer({
    config: configOf(),
    host: '127.0.0.1',
    port: 0,
    clock: { now: () => 0, speed: 1 },
    version: 'test',
    appDir: await builtWall(),
    env: {},
    fetch: (input, init) => {
      const body = init?.body
      if (typeof input !== 'string' || !(body instanceof URLSearchParams)) throw new TypeError()
      asked.push({ address: input, body: body.toString() })
      return Promise.resolve(
        new Response('<Response><Code>200</Code><SecurityToken>abc</SecurityToken></Response>'),
      )
    },
    log: (_level, message) => logged.push(message),
    ...options,
  })
  onTestFinished(() => server.stop())
  return { server, asked, logged }
}

const tokenOf = async ({ url }: RunningServer): Promise<unknown> => {
  const response = await fetch(`${url}api/token`, { method: 'POST' })
  return ((await response.json()) as { token: unknown }).token
}

test('the PBX is asked at port 7780 of its address, as the user of the environment', async () => {
  const env = { OZEKI_HTTP_USERNAME: 'wall', OZEKI_HTTP_PASSWORD: 'geheim' }
  const { server, asked } = await serve({ env })
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
  const { server, asked } = await serve({ env })
  expect(await tokenOf(server)).toBe('abc')
  expect(asked[0]?.body).not.toContain('Username')
})

test('a server that everybody can reach warns of it', async () => {
  expect((await serve({ host: '0.0.0.0' })).logged).toHaveLength(1)
  expect((await serve()).logged).toEqual([])
})

test('an access key that nobody would check keeps the server from starting', async () => {
  await expect(serve({ env: { CALLWALL_ACCESS_KEY: 'k' } })).rejects.toMatchObject({
    code: 'not-supported',
  })
})

test('a port that is taken is named, with what to do', async () => {
  const { server } = await serve()
  await expect(serve({ port: server.port })).rejects.toMatchObject({
    code: 'cannot-listen',
    message: expect.stringMatching(new RegExp(`^Port ${server.port} .* --port\\.$`)),
  })
})

test('a server that has stopped answers no more', async () => {
  const { server } = await serve()
  await server.stop()
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})
