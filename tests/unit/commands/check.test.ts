import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { onTestFinished, expect, test } from 'vitest'
import { checkSite } from '@/commands/check/checkSite.ts'
import { thisMachine } from '@/commands/check/machine.ts'
import { siteUnderCheck } from '@/commands/check/siteUnderCheck.ts'
import { parseConfig } from '@/contract/config.ts'
import { profiles } from '@/emulator/dialect.ts'
import { emulatedPbx, siteAt } from '../../support/emulatedPbx.ts'
import { closedAddress, serveHttp, serveScript } from '../../support/textServer.ts'
import { configOn, runCheck } from './checkStage.ts'

const users = [
  { username: 'wall', password: 'geheim' },
  { username: 'guest', password: 'geheim', mayUseApi: false },
]
const asWall = { OZEKI_HTTP_USERNAME: 'wall', OZEKI_HTTP_PASSWORD: 'geheim' }

/** The emulator's web script is no script here, so one that is stands in for it. */
const withScript = async (config: ReturnType<typeof configOn>): Promise<typeof config> => {
  const script = await serveScript('var OzWebClient = {}')
  return { ...config, pbx: { ...config.pbx, scriptUrl: `${script}WebphoneAPI` } }
}

test('a site where everything is right has no bad line and one line for each check', async () => {
  const pbx = await emulatedPbx({ access: { users } }, siteAt(Date.now()))
  const key = 'a key that is long enough'
  const { lines, line, failure } = await runCheck(await withScript(configOn(pbx)), {
    env: { ...asWall, CALLWALL_ACCESS_KEY: key },
    args: ['--gateway-port', String(pbx.ports.gateway)],
  })
  expect(failure).toBe('')
  expect(lines.map((each) => each.slice(0, 22).trim().replace(/ +/g, ' '))).toEqual([
    'ok config',
    'ok script',
    'ok gateway',
    'ok HTTP API',
    'ok login',
    'ok token',
    'ok active calls',
    'ok history',
    'ok extensions',
    'ok clock',
    'ok records',
    'ok access key',
    'note wall',
  ])
  expect(line('config')).toMatch(/wall\.json: one team\.$/)
  expect(line('login')).toContain('“wall”')
  expect(lines.join('\n')).not.toMatch(new RegExp(`geheim|${key}`))
})

test('the same of an Ozeki 10, whose HTTP API is elsewhere and speaks otherwise', async () => {
  const dialect = { ...profiles.documented, httpApi: 'ozeki10' } as const
  const pbx = await emulatedPbx({ dialect }, siteAt(Date.now()))
  pbx.exchange.open({ caller: '+3615550100', callee: '1001' })
  const { line, failure } = await runCheck(await withScript(configOn(pbx)))
  expect(failure).toBe('')
  expect(line('active calls')).toBe('ok The PBX lists the calls alive, 1 now.')
  expect(line('extensions')).toMatch(/^ok /)
})

test.each([
  [{}, 'FAIL The PBX asks for a user: set OZEKI_HTTP_USERNAME and OZEKI_HTTP_PASSWORD.'],
  [
    { ...asWall, OZEKI_HTTP_PASSWORD: 'falsch' },
    'FAIL The PBX refuses the user name or the password',
  ],
  [
    { OZEKI_HTTP_USERNAME: 'guest', OZEKI_HTTP_PASSWORD: 'geheim' },
    'FAIL The user may not use the HTTP API: add its group',
  ],
])('with %j the login is the one bad line, and says why', async (env, told) => {
  const pbx = await emulatedPbx({ access: { users } })
  const { lines, line, failure } = await runCheck(await withScript(configOn(pbx)), { env })
  expect(line('HTTP API')).toMatch(/^ok .* answers\.$/)
  expect(line('login')).toContain(told)
  expect(line('token, lists')).toMatch(/^note Not tried/)
  expect(line('clock')).toMatch(/^ok /)
  expect(failure).toMatch(/^1 of \d+ checks failed\.$/)
  expect(lines.join('\n')).not.toMatch(/geheim|falsch/)
})

test('an address that the PBX does not allow is told from a wrong password', async () => {
  const pbx = await emulatedPbx({ access: { deniedAddresses: ['127.0.0.1'] } })
  expect((await runCheck(configOn(pbx))).line('login')).toMatch(/^FAIL This computer may not use/)
})

test('without user authentication the check says that everybody may use the HTTP API', async () => {
  const pbx = await emulatedPbx()
  expect((await runCheck(configOn(pbx))).line('login')).toMatch(/^note The PBX asks for no user/)
})

test('where nothing answers, every check says so, and the ones that need nobody still run', async () => {
  const nobody = await closedAddress()
  const { line, failure } = await runCheck(
    {
      pbx: { address: '127.0.0.1', scriptUrl: `${nobody}WebphoneAPI`, httpApiUrl: nobody },
    },
    { args: ['--gateway-port', new URL(nobody).port] },
  )
  expect(line('script')).toMatch(/^FAIL .* cannot be reached: nothing listens there\./)
  expect(line('gateway')).toMatch(/^WARN .* does not open: nothing listens there\. .*another one/)
  expect(line('HTTP API')).toMatch(/^FAIL .*cannot be reached/)
  expect(line('records')).toMatch(/^ok /)
  expect(failure).toBe('2 of 8 checks failed.')
})

test.each([
  [
    'a page',
    '<!doctype html><title>Router</title>',
    'text/html',
    /^FAIL .* is a page, not a script/,
  ],
  ['noise', 'ÿØÿà', 'application/octet-stream', /^FAIL .* is no script that names OzWebClient/],
  ['another script', 'var jQuery', 'text/javascript', /^WARN .* does not name OzWebClient/],
])('%s in place of the script and of the HTTP API is told', async (_what, text, type, told) => {
  const address = await serveHttp((_request, response) => {
    response.setHeader('Content-Type', type)
    response.end(text)
  })
  const { line } = await runCheck({
    pbx: { address: '127.0.0.1', scriptUrl: address, httpApiUrl: address },
  })
  expect(line('script')).toMatch(told)
  expect(line('HTTP API')).toMatch(/^FAIL .* is not that API/)
})

test('a PBX that answers with an error of HTTP is told with its number', async () => {
  const address = await serveHttp((_request, response) => {
    response.writeHead(503).end()
  })
  const pbx = { address: '127.0.0.1', scriptUrl: address, httpApiUrl: address }
  const { line } = await runCheck({ pbx })
  expect(line('script')).toMatch(/^FAIL .*HTTP 503/)
  expect(line('HTTP API')).toMatch(/^FAIL .*HTTP 503/)
})

test('a PBX that never answers is given up, and every check has its line', async () => {
  const address = await serveHttp(() => undefined)
  const machine = thisMachine(() => Date.now(), {}, 100)
  const { config } = parseConfig({
    pbx: { address: '127.0.0.1', scriptUrl: address, httpApiUrl: address },
  })
  const site = siteUnderCheck(config!, 'wall.json', new URL(address), Number(new URL(address).port))
  const found = new Map<string, string>()
  for await (const { what, level, text } of checkSite(site, machine)) found.set(what, level + text)
  expect(found.get('script')).toMatch(/^bad.* no answer in time/)
  expect(found.get('HTTP API')).toMatch(/^bad.* did not answer within 0\.1 s/)
  expect(found.get('server')).toMatch(/^note.* no answer in time/)
  expect(found.get('gateway')).toMatch(/^good/)
})

test('a gateway that hangs up at once counts as open', async () => {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const { line } = await runCheck(configOn(await emulatedPbx()), {
    args: ['--gateway-port', String(port)],
  })
  expect(line('gateway')).toBe(`ok Port ${port} of 127.0.0.1 is open.`)
})

test('extensions that the PBX does not have are told by what they are', async () => {
  const { pbx, ...rest } = configOn(await emulatedPbx())
  const { line, failure } = await runCheck({
    ...rest,
    pbx: { ...pbx, services: ['900-901'] },
    teams: [
      { id: 'a', queues: ['5000', '5001'], extensions: ['1001-1004'] },
      { id: 'b', agents: [{ name: 'Ana', extensions: ['1001'] }, { extensions: ['7001'] }] },
    ],
  })
  expect(
    line('extensions')
      .split('\n')
      .map((each) => each.split('. ')[0]),
  ).toEqual([
    'FAIL The PBX does not have these queues: 5001',
    'FAIL The PBX does not have these agents: 7001',
    'WARN The PBX does not have these extensions of teams: 1003, 1004',
    'WARN The PBX does not have these services: 900, 901',
  ])
  expect(failure).toMatch(/ checks failed\.$/)
})

test('without an HTTP API the token of the environment is needed', async () => {
  const { pbx, ...rest } = configOn(await emulatedPbx())
  const config = { ...rest, pbx: { ...pbx, httpApiUrl: null } }
  expect((await runCheck(config)).line('HTTP API')).toMatch(/^FAIL .*OZEKI_TOKEN is not set/)
  const withToken = await runCheck(config, { env: { OZEKI_TOKEN: 'abc-secret' } })
  expect(withToken.line('HTTP API')).toMatch(/^note .*OZEKI_TOKEN/)
  expect(withToken.lines.join('\n')).not.toContain('abc-secret')
})

test('records in a folder that is not there are bad', async () => {
  const config = { ...configOn(await emulatedPbx()), records: { file: 'nowhere/callwall.db' } }
  expect((await runCheck(config)).line('records')).toMatch(/^FAIL .* there is no such folder/)
})

test('a config with problems is told line by line, and nothing else is tried', async () => {
  const { lines, failure } = await runCheck('{ "pbx": { "adress": "x" } }')
  expect(lines.map((each) => each.slice(0, 4))).toEqual(['FAIL', 'FAIL', 'FAIL'])
  expect(lines[2]).toContain('pbx.adress: there is no such key; did you mean "address"?')
  expect(failure).toBe('The config cannot be used; nothing else was checked.')
})

test('a short access key is told, not shown', async () => {
  const { line } = await runCheck(configOn(await emulatedPbx()), {
    env: { CALLWALL_ACCESS_KEY: 'kurz' },
  })
  expect(line('access key')).toMatch(/^WARN /)
  expect(line('access key')).not.toContain('kurz')
})

test('a terminal gets signs in colour, and no command of a PBX', async () => {
  const address = await serveHttp((_request, response) => {
    response.end('<Response><Code>302</Code><Message>\u001B[2J\u0007gone</Message></Response>')
  })
  const pbx = { address: '127.0.0.1', scriptUrl: address, httpApiUrl: address }
  const { lines } = await runCheck({ pbx }, { isTerminal: true })
  expect(lines[0]).toMatch(/^\u001B\[32m✓\u001B\[0m {2}config/)
  expect(lines.join('\n')).not.toContain('\u001B[2J')
})

test.each(['wall-host', 'ftp://wall/', 'javascript:alert(1)#key=geheim'])(
  '%s is no address of a wall',
  async (url) => {
    const { failure } = await runCheck({ pbx: { address: 'a' } }, { args: ['--url', url] })
    expect(failure).toMatch(/^--url .*like http:\/\/wall-host:8080\/$/)
    expect(failure).not.toContain('geheim')
  },
)
