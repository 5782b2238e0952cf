import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { isHttps, remoteAddress } from '@/server/remoteAddress.ts'

const app = new Hono()
app.get('/', (context) => context.json([remoteAddress(context), isHttps(context)]))

async function seen(socket: string | undefined, headers: Record<string, string> = {}) {
  const bindings = socket === undefined ? {} : { incoming: { socket: { remoteAddress: socket } } }
  const response = await app.request('/', { headers }, bindings)
  const [address, https] = (await response.json()) as [string, boolean]
  return { address, https }
}

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  [undefined, 'unknown'],
])('whoever asks from %s is counted as %s', async (socket, address) => {
  expect((await seen(socket)).address).toBe(address)
})

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'a proxy on this machine (%s) is believed the address that it wrote itself',
  async (socket) => {
    const headers = { 'X-Forwarded-For': '203.0.113.1, 192.0.2.7' }
    expect((await seen(socket, headers)).address).toBe('192.0.2.7')
  },
)

test('nobody from outside is believed', async () => {
  const headers = { 'X-Forwarded-For': '203.0.113.1' }
  expect((await seen('192.0.2.7', headers)).address).toBe('192.0.2.7')
})

test('what a proxy says for an address is kept short', async () => {
  const headers = { 'X-Forwarded-For': 'x'.repeat(5_000) }
  expect((await seen('127.0.0.1', headers)).address).toHaveLength(45)
  expect((await seen('127.0.0.1', { 'X-Forwarded-For': ' ' })).address).toBe('127.0.0.1')
})

test.each([
  [{}, false],
  [{ 'X-Forwarded-Proto': 'https' }, true],
  [{ 'X-Forwarded-Proto': 'HTTPS, http' }, true],
  [{ 'X-Forwarded-Proto': 'http' }, false],
])('%j is https: %s', async (headers, https) => {
  expect((await seen('127.0.0.1', headers as Record<string, string>)).https).toBe(https)
})
