import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ConfigSource } from '@/server/configSource.ts'
import { readConfigFile } from '@/server/configFile.ts'
import { watchConfig } from '@/server/watchConfig.ts'
import { systemTimers } from '@/pbx/timers.ts'
import { temporaryFolder } from './serverStage.ts'

const text = (name: string, more = ''): string =>
  `{ "pbx": { "address": "192.0.2.10" }, "site": { "name": "${name}" }${more} }`

interface Watched {
  readonly source: ConfigSource
  readonly logged: string[]
  /** The names of the sites that came one after the other. */
  readonly names: string[]
  readonly rejections: boolean[]
  /** Resolves when what was heard so far is so. */
  readonly until: (isSo: () => boolean) => Promise<void>
}

async function watch(file: string): Promise<Watched> {
  const logged: string[] = []
  const names: string[] = []
  const rejections: boolean[] = []
  const looks = new Set<() => void>()
  const look = (): void => {
    for (const each of looks) each()
  }
  const source = watchConfig({
    file,
    config: await readConfigFile(file),
    clock: { now: () => 1_000 },
    timers: systemTimers,
    log: (_level, message, facts) => {
      logged.push(`${message} ${JSON.stringify(facts)}`)
      look()
    },
    everyMs: 10,
  })
  onTestFinished(() => {
    source.stop()
  })
  source.onChange((config) => {
    names.push(config.site.name)
    look()
  })
  source.onRejection((isRejected) => {
    rejections.push(isRejected)
    look()
  })
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (isSo()) resolve()
      }
      looks.add(check)
      check()
    })
  return { source, logged, names, rejections, until }
}

async function configFile(): Promise<string> {
  const file = join(await temporaryFolder(), 'wall.json')
  await writeFile(file, text('Day'))
  return file
}

/** Puts the text there in one moment, so that no reading sees half of it. */
async function replace(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content)
  await rename(`${file}.new`, file)
}

test('a file that is written anew is the config from then on', async () => {
  const file = await configFile()
  const { source, names, until } = await watch(file)
  await writeFile(file, text('Night'))
  await until(() => names.length === 1)
  expect(source.current().site.name).toBe('Night')
})

test('a file that an editor puts in the place of the old one is seen', async () => {
  const file = await configFile()
  const { names, until } = await watch(file)
  await replace(file, text('Night'))
  await until(() => names.length === 1)
  await rm(file)
  await writeFile(file, text('Morning'))
  await until(() => names.length === 2)
  expect(names).toEqual(['Night', 'Morning'])
})

test('links that are turned to another folder are followed, as config maps do it', async () => {
  const folder = await temporaryFolder()
  for (const [version, name] of [
    ['v1', 'Day'],
    ['v2', 'Night'],
  ] as const) {
    await mkdir(join(folder, version))
    await writeFile(join(folder, version, 'wall.json'), text(name))
  }
  await symlink('v1', join(folder, '..data'))
  await symlink(join('..data', 'wall.json'), join(folder, 'wall.json'))
  const { names, until } = await watch(join(folder, 'wall.json'))
  await symlink('v2', join(folder, '..data_tmp'))
  await rename(join(folder, '..data_tmp'), join(folder, '..data'))
  await until(() => names.length === 1)
  expect(names).toEqual(['Night'])
})

test('a bad file is logged with every problem, and the config stays until a good one comes', async () => {
  const file = await configFile()
  const { source, logged, names, rejections, until } = await watch(file)
  await replace(file, '{ "pbx": { "adress": "x" }, "wrapUpSeconds": -1 }')
  await until(() => rejections.length === 1)
  expect(source.current().site.name).toBe('Day')
  expect(source.state().isRejected).toBe(true)
  expect(logged).toHaveLength(1)
  for (const path of ['pbx.address', 'pbx.adress', 'wrapUpSeconds'])
    expect(logged[0]).toContain(path)
  await writeFile(file, text('Night'))
  await until(() => names.length === 1)
  expect(rejections).toEqual([true, false])
  expect(source.state()).toEqual({ loadedAt: 1_000, isRejected: false })
})

test('the config as it was before ends the rejection and changes nothing', async () => {
  const file = await configFile()
  const { names, rejections, until } = await watch(file)
  await truncate(file)
  await until(() => rejections.length === 1)
  await writeFile(file, `${text('Day')}\n\n`)
  await until(() => rejections.length === 2)
  expect(names).toEqual([])
})

test('a file that is gone is told once and comes back', async () => {
  const file = await configFile()
  const { source, logged, rejections, until } = await watch(file)
  await rm(file)
  await until(() => rejections.length === 1)
  expect(source.current().site.name).toBe('Day')
  expect(logged).toHaveLength(1)
  await replace(file, text('Day'))
  await until(() => rejections.length === 2)
  expect(logged).toHaveLength(1)
})

test('another file for the records is for the next start, and the log says so', async () => {
  const file = await configFile()
  const { logged, names, until } = await watch(file)
  await writeFile(file, text('Day', ', "records": { "file": "other.db" }'))
  await until(() => names.length === 1)
  expect(logged.join()).toContain('A new records.file is used when the server is started again.')
})
