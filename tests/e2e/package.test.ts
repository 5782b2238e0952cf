import { readFileSync } from 'node:fs'
import { access, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runProgram, temporaryFile } from '../support/commandLine.ts'
import type { RunningCommand } from '../support/commandLine.ts'
import { installPackage, project } from '../support/installedPackage.ts'

const { version, dependencies, devDependencies } = JSON.parse(
  readFileSync(join(project, 'package.json'), 'utf8'),
) as Readonly<Record<'dependencies' | 'devDependencies', object>> & { readonly version: string }

const { folder, files, unreachable } = await installPackage()
afterAll(() => rm(folder, { recursive: true }))

if (unreachable !== undefined) {
  test(`the package’s dependencies could not be fetched (${unreachable}): it was not tried`, () => {
    expect(unreachable).not.toBe('')
  })
}
const installedTest = test.runIf(unreachable === undefined)

const callwall = (...args: readonly string[]): RunningCommand =>
  runProgram(join(folder, 'node_modules', '.bin', 'callwall'), args)

async function json(url: string, options?: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(url, options)
  expect(response.status, url).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

test('THIRD-PARTY.md names what the build contains and what npm installs with it', async () => {
  const script = join(project, 'scripts', 'licences.mjs')
  const check = runProgram(process.execPath, [script, '--check'])
  // What it says when it is stale, with what to do, is the failure’s text.
  expect([await check.exited, check.output()]).toEqual([0, ''])
})

test('the package holds the product, its documents and licences, and nothing large or of its making', () => {
  const paths = files.map(({ path }) => path)
  const expected = ['README.md', 'LICENSE', 'THIRD-PARTY.md', 'callwall.schema.json']
  expect(paths).toEqual(expect.arrayContaining([...expected, 'docs/server.md', 'docs/config.md']))
  const rest = paths.filter((path) => !/^(dist|docs)\//.test(path))
  expect(rest.sort()).toEqual([...expected, 'package.json'].sort())
  expect(paths.filter((path) => /\.(ts|vue|map|png)$/.test(path))).toEqual([])
  expect(files.filter(({ size }) => size > 600_000)).toEqual([])
})

installedTest('of the dependencies only those of running it are installed', async () => {
  const modules = join(folder, 'node_modules')
  for (const name of Object.keys(dependencies)) await access(join(modules, name))
  const names = await readdir(modules)
  const scoped = names.filter((name) => name.startsWith('@'))
  for (const scope of scoped) {
    names.push(...(await readdir(join(modules, scope))).map((name) => `${scope}/${name}`))
  }
  expect(names.filter((name) => name in devDependencies)).toEqual([])
})

installedTest('npx finds the command', async () => {
  const npx = runProgram('npx', ['--no', '--prefix', folder, '--', 'callwall', '--version'])
  expect(await npx.exited).toBe(0)
  expect(npx.output()).toMatch(new RegExp(`^${version}$`, 'm'))
})

installedTest(
  'both commands of the quick start run from the package and end when asked',
  async () => {
    const anyPorts = ['--script-port', '0', '--gateway-port', '0', '--http-port', '0']
    const emulate = callwall('emulate', ...anyPorts)
    const [, scriptUrl = ''] = await emulate.prints(/script\s+(http:\S+)/)
    const [, httpApiUrl = ''] = await emulate.prints(/HTTP API\s+(http:\S+)/)
    const config = { pbx: { address: '127.0.0.1', scriptUrl, httpApiUrl } }
    const file = await temporaryFile('callwall.json', JSON.stringify(config))
    const serve = callwall('serve', '--config', file, '--port', '0')
    const [, url = ''] = await serve.prints(/The wall is at (http:\S+)/)

    expect(await json(`${url}healthz`)).toMatchObject({ version, records: { isFailing: false } })
    expect(await json(`${url}api/config`)).toMatchObject({ version, clock: { speed: 1 } })
    const { token } = await json(`${url}api/token`, { method: 'POST' })
    expect(token).toMatch(/./)
    const page = await (await fetch(url)).text()
    const [, asset = ''] = /src="\/(assets\/[^"]+\.js)"/.exec(page) ?? []
    const script = await fetch(`${url}${asset}`)
    expect(script.headers.get('Content-Type')).toContain('javascript')
    expect((await fetch(scriptUrl)).status).toBe(200)

    for (const command of [serve, emulate]) command.child.kill('SIGTERM')
    expect(await Promise.all([serve.exited, emulate.exited])).toEqual([0, 0])
    expect(serve.output()).not.toContain(token)
  },
)
