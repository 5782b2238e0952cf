import { expect, test } from 'vitest'
import type { CheckMachine } from '@/commands/check/machine.ts'
import { reachOf } from '@/commands/check/reach.ts'
import { siteUnderCheck } from '@/commands/check/siteUnderCheck.ts'
import { checkWall } from '@/commands/check/wallChecks.ts'
import { checkName } from '@/commands/check/nameCheck.ts'
import { parseConfig } from '@/contract/config.ts'

const names: Readonly<Record<string, string>> = {
  'pbx.example': '192.168.1.10',
  'wall.example': '203.0.113.5',
  'wall.lan': '192.168.1.20',
  localhost: '127.0.0.1',
}

const machine: CheckMachine = {
  fetch: () => Promise.resolve(new Response('{}')),
  now: () => 0,
  env: {},
  addressesOf: (name) => {
    const address = names[name]
    return address === undefined
      ? Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))
      : Promise.resolve([address])
  },
  knock: () => Promise.resolve(),
  timeoutMs: 1_000,
}

/** The lines of the wall at `url`, with their levels. */
async function told(url: string | undefined, pbx: object): Promise<string[]> {
  const { config } = parseConfig({ pbx })
  const wallUrl = url === undefined ? undefined : new URL(url)
  const site = siteUnderCheck(config!, 'wall.json', wallUrl, 7779)
  const lines: string[] = []
  for await (const { level, text } of checkWall(site, machine)) lines.push(`${level} ${text}`)
  return lines.slice(wallUrl === undefined ? 0 : 1)
}

test('a wall by http in the network of its PBX may load from it', async () => {
  const lines = await told('http://wall.lan:8080/#key=geheim', { address: 'pbx.example' })
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^note By plain http a page cannot keep the screen awake/)
  expect(lines[1]).toMatch(/^good /)
  expect(lines.join()).not.toContain('geheim')
})

test.each([
  ['https://wall.lan/', { address: 'pbx.example' }, /^bad A wall by https may not load .* by http/],
  [
    'https://wall.lan/',
    { address: 'pbx.example', scriptUrl: 'https://pbx.example:7777/WebphoneAPI' },
    /^warning .*encrypted socket/,
  ],
  [
    'http://wall.example/',
    { address: 'pbx.example' },
    /^bad A page from the public address wall\.example/,
  ],
  ['http://203.0.113.5/', { address: '10.1.2.3' }, /^bad A page from the public address/],
  [
    'http://wall.lan/',
    { address: '127.0.0.1' },
    /^bad Each screen would look for the PBX in itself/,
  ],
  [
    'http://wall.lan/',
    { address: 'localhost' },
    /^bad Each screen would look for the PBX in itself/,
  ],
  [
    'http://wall.lan/',
    { address: 'pbx.example', scriptUrl: 'http://localhost:7777/WebphoneAPI' },
    /^bad Each screen/,
  ],
  ['http://wall.lan/', { address: 'auto' }, /^note pbx\.address is “auto”.* at wall\.lan/],
  ['http://localhost:8080/', { address: 'pbx.example' }, /^note Only this machine can open/],
])('a wall at %s with the PBX %j has its trap told', async (url, pbx, trap) => {
  const lines = await told(url, pbx)
  expect(lines.filter((line) => trap.test(line))).toHaveLength(1)
  expect(lines.some((line) => line.startsWith('good'))).toBe(!/bad|warning/.test(trap.source))
})

test('without an address of the wall the check asks for one', async () => {
  expect(await told(undefined, { address: 'pbx.example' })).toEqual([
    expect.stringMatching(/^note .*--url http:.* to have it checked\.$/),
  ])
  expect(await told(undefined, { address: 'auto' })).toEqual([
    expect.stringMatching(/^note .*--url http:.* pbx\.address is “auto”\.$/),
  ])
})

test('a name that leads nowhere is bad, an address needs no name', async () => {
  expect(await checkName('pbx.nowhere', machine)).toMatchObject([
    {
      level: 'bad',
      text: expect.stringMatching(/^pbx\.nowhere leads nowhere: the name is not known/),
    },
  ])
  expect(await checkName('pbx.example', machine)).toMatchObject([{ level: 'good' }])
  expect(await checkName('192.0.2.10', machine)).toEqual([])
  expect(await checkName('[2001:db8::1]', machine)).toEqual([])
})

test.each([
  ['127.0.0.1', 'loopback'],
  ['[::1]', 'loopback'],
  ['10.0.0.1', 'private'],
  ['172.31.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.0.1', 'private'],
  ['::ffff:192.168.0.1', 'private'],
  ['169.254.1.1', 'private'],
  ['fd00::1', 'private'],
  ['2001:db8::1', 'public'],
  ['8.8.8.8', 'public'],
  ['wall.example', undefined],
])('%s is %s', (address, reach) => {
  expect(reachOf(address)).toBe(reach)
})
