import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { callwall, temporaryFile } from '../support/commandLine.ts'

interface Ended {
  readonly code: number | null
  readonly output: string
}

async function run(...args: readonly string[]): Promise<Ended> {
  const command = callwall(...args)
  return { code: await command.exited, output: command.output() }
}

function expectRefusal({ code, output }: Ended, ...sentences: readonly string[]): void {
  expect(code).toBe(1)
  for (const sentence of sentences) expect(output).toContain(sentence)
  expect(output).not.toMatch(/^\s+at |node:internal|\.js:\d+/m)
}

test('--version prints the version and --help, alone or with a command, how to use it', async () => {
  const version = await run('--version')
  expect(version.code).toBe(0)
  expect(version.output).toMatch(/^\d+\.\d+\.\d+\n$/)
  for (const args of [['--help'], ['serve', '--help']]) {
    const help = await run(...args)
    expect(help.code).toBe(0)
    expect(help.output).toContain('callwall serve --config FILE')
  }
})

test.each([
  [[], 'callwall serve --config FILE'],
  [['paint'], 'There is no command paint.'],
  [['toString'], 'There is no command toString.'],
  [['serve'], '--config FILE'],
  [['serve', '--colour', 'red'], "Unknown option '--colour'"],
  [['serve', '--config'], "'--config <value>' argument missing"],
  [['serve', 'wall.json'], "Unexpected argument 'wall.json'"],
  [['start', '--speed', 'fast'], '--speed fast: expected a number from 0.01 to 1000.'],
  [['start', '--agents', '0'], '--agents 0: expected a number from 1 to 1000.'],
  [['start', '--port', '80000'], '--port 80000: expected a number from 0 to 65535.'],
  [['start', '--port', '1.5'], '--port 1.5: expected a whole number from 0 to 65535.'],
  [['emulate', '--script-port', 'x'], '--script-port x: expected a number from 0 to 65535.'],
  [['emulate', '--profile', 'strange'], '--profile strange'],
  [['emulate', '--time-zone', 'Nowhere'], '--time-zone Nowhere: '],
  [['check'], 'callwall check needs a config file: --config FILE'],
  [['emulate', '--traffic', 'none.csv'], 'The traffic file none.csv cannot be read.'],
] as const)('callwall %j is refused: %s', async (args, sentence) => {
  expectRefusal(await run(...args), sentence)
})

test('a config that is not there is named', async () => {
  expectRefusal(
    await run('serve', '--config', 'none.json'),
    'The config file none.json cannot be read: there is no such file.',
  )
})

test('a config that is not JSON says so', async () => {
  const path = await temporaryFile('wall.json', '{ "pbx": ')
  expectRefusal(await run('serve', '--config', path), path, 'is not JSON')
})

test('every problem of a config has its line', async () => {
  const path = await temporaryFile(
    'wall.json',
    '{ "pbx": { "adress": "x" }, "teams": [{ "id": "a b" }] }',
  )
  const ended = await run('serve', '--config', path)
  expectRefusal(
    ended,
    '\n  line 1: pbx.address: is missing',
    '\n  line 1: pbx.adress: there is no such key; did you mean "address"?',
    '\n  line 1: teams[0].id: found "a b", expected letters, digits, - or _, for the URL',
  )
})

test.each([
  ['', 'line 1'],
  ['who,when\n', 'line 1'],
  ['call_id,day,queue,caller,arrive_s,answer_s,end_s,agent\n', 'holds no calls'],
  ['call_id,day,queue,caller,arrive_s,answer_s,end_s,agent\n1,,5000,061,x,,20,\n', 'line 2'],
])('a traffic file of %j is refused with its place: %s', async (text, place) => {
  const path = await temporaryFile('day.csv', text)
  expectRefusal(await run('emulate', '--traffic', path), path, place)
})

test('a port that is taken is named', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    taken.close()
  })
  const { port } = taken.address() as AddressInfo
  const config = await temporaryFile('wall.json', '{ "pbx": { "address": "192.0.2.10" } }')
  expectRefusal(await run('serve', '--config', config, '--port', String(port)), `Port ${port} `)
  const any = ['--script-port', '0', '--gateway-port', '0']
  expectRefusal(await run('emulate', ...any, '--http-port', String(port)), String(port))
})
