import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Who asks, as an address to count by: of IPv6 the network, in which one machine has as many addresses as it likes. A
 * proxy on this machine is believed whom it asks for (the last part of X-Forwarded-For, the one it wrote itself); nobody
 * else is. `unknown` where there is no socket.
 */
export function remoteAddress(context: Context): string {
  const address = socketAddress(context)
  if (!isOwnMachine(address)) return network(address)
  const forwarded = context.req.header('X-Forwarded-For')?.split(',').pop()?.trim() ?? ''
  return network(forwarded === '' ? address : forwarded.slice(0, longestAddress))
}

/** Whether the browser reached this server by https. Who says so untruly harms only the cookie of his own. */
export function isHttps(context: Context): boolean {
  const forwarded = context.req.header('X-Forwarded-Proto')?.split(',')[0]?.trim().toLowerCase()
  return (forwarded ?? new URL(context.req.url).protocol.replace(':', '')) === 'https'
}

const longestAddress = 45

function socketAddress(context: Context): string {
  const bindings: unknown = context.env
  const hasSocket = typeof bindings === 'object' && bindings !== null && 'incoming' in bindings
  return (hasSocket ? getConnInfo(context).remote.address : undefined) ?? 'unknown'
}

function isOwnMachine(address: string): boolean {
  return address === '::1' || withoutPrefix(address).startsWith('127.')
}

/** An IPv4 address as a socket for both kinds writes it. */
function withoutPrefix(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function network(address: string): string {
  const plain = withoutPrefix(address)
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.split('::')
  const front = head.split(':').filter((group) => group !== '')
  const back = tail.split(':').filter((group) => group !== '')
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
