import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '@/server/contentSecurityPolicy.ts'
import type { PolicySource } from '@/server/contentSecurityPolicy.ts'

type Facts = Partial<PolicySource['pbx']> & Partial<Omit<PolicySource, 'pbx'>>

/** The sources of each directive. */
function policy({ frameAncestors = [], pageHost = 'wall.example', ...pbx }: Facts = {}) {
  const text = contentSecurityPolicy({
    pbx: { address: '192.0.2.10', scriptUrl: undefined, csp: 'strict', ...pbx },
    frameAncestors,
    pageHost,
  })
  const directives = text.split('; ').map((directive) => directive.split(' '))
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]))
}

const scripts = (facts: Facts): string => policy(facts).get('script-src')!.join(' ')
const connections = (facts: Facts): string => policy(facts).get('connect-src')!.join(' ')

test('strict allows its own origin, and of the PBX script and sockets on any port', () => {
  expect(Object.fromEntries(policy())).toEqual({
    'default-src': ["'self'"],
    'script-src': ["'self'", 'http://192.0.2.10:*', 'https://192.0.2.10:*'],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'media-src': ["'self'"],
    'connect-src': [
      "'self'",
      ...['http://192.0.2.10:*', 'https://192.0.2.10:*', 'ws://192.0.2.10:*', 'wss://192.0.2.10:*'],
    ],
    'worker-src': ["'self'"],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  })
})

test('tolerant adds eval, inline style, frames and blob workers, and still no inline script', () => {
  const tolerant = policy({ csp: 'tolerant' })
  expect(tolerant.get('script-src')).toContain("'unsafe-eval'")
  expect(tolerant.get('script-src')).not.toContain("'unsafe-inline'")
  expect(tolerant.get('style-src')).toContain("'unsafe-inline'")
  expect(tolerant.get('worker-src')).toContain('blob:')
  expect(tolerant.get('frame-src')).toContain('http://192.0.2.10:*')
  for (const [name, sources] of policy()) {
    const kept = sources.filter((source) => source !== "'none'")
    expect(tolerant.get(name)).toEqual(expect.arrayContaining(kept))
  }
})

test.each([
  ['pbx.example', 'http://pbx.example:* https://pbx.example:*'],
  ['PBX', 'http://pbx:* https://pbx:*'],
  ['127.0.0.1', 'http://127.0.0.1:* https://127.0.0.1:*'],
])('the PBX %s is named by host, whatever the port', (address, sources) => {
  expect(scripts({ address })).toBe(`'self' ${sources}`)
})

test.each(['[2001:db8::10]', '[::ffff:192.0.2.10]', 'pbx_1'])(
  '%s, which no policy can name, is allowed by its schemes',
  (address) => {
    expect(scripts({ address })).toBe("'self' http: https:")
    expect(connections({ address })).toBe("'self' http: https: ws: wss:")
  },
)

test('a script from another host than the PBX is allowed, with what it connects to', () => {
  const facts = { scriptUrl: 'https://Scripts.example:8443/WebphoneAPI?v=1' }
  expect(scripts(facts)).toBe(
    "'self' http://192.0.2.10:* https://192.0.2.10:* http://scripts.example:* https://scripts.example:*",
  )
  expect(connections(facts)).toContain('wss://scripts.example:*')
})

test('a script from the PBX itself names the PBX once', () => {
  expect(scripts({ scriptUrl: 'http://192.0.2.10:7777/WebphoneAPI' })).toBe(scripts({}))
})

test.each([
  [{ address: 'auto' }, "'self' http://wall.example:* https://wall.example:*"],
  [
    { address: '192.0.2.10', scriptUrl: 'http://auto:7777/WebphoneAPI' },
    "'self' http://192.0.2.10:* https://192.0.2.10:* http://wall.example:* https://wall.example:*",
  ],
])('%j means the host by which the wall was opened', (facts, sources) => {
  expect(scripts(facts)).toBe(sources)
})

test.each([
  '',
  '*',
  'a b',
  "x;script-src 'unsafe-inline'",
  "x' *",
  'a,b',
  'x\ty',
  'http://x',
  '::1',
])('the host %j that a request invented gets nowhere', (pageHost) => {
  expect(scripts({ address: 'auto', pageHost })).toBe("'self'")
})

test('who may frame the wall is named; what is no origin is left out', () => {
  const origins = [
    'https://intranet.example',
    'https://*.example:8443',
    "'self'",
    'http://192.0.2.7',
  ]
  const wrong = [
    '*',
    'https://a.example; script-src *',
    'a b',
    'https://a.example/path',
    '',
    'x\ny',
  ]
  expect(policy({ frameAncestors: [...wrong, ...origins] }).get('frame-ancestors')).toEqual(origins)
  expect(policy({ frameAncestors: wrong }).get('frame-ancestors')).toEqual(["'none'"])
})
