import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError } from '@/server/config/configError.ts'
import { readConfig, readConfigFile } from '@/server/configFile.ts'
import { temporaryFolder } from './serverStage.ts'

function failureOf(text: string): ConfigError {
  try {
    readConfig(text, 'wall.json')
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('this config was accepted')
}

async function written(content: string | Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), 'wall.json')
  await writeFile(file, content)
  return file
}

test('a file is read with its defaults, also with the byte order mark of a Windows editor', async () => {
  expect(
    await readConfigFile(await written('\uFEFF{ "pbx": { "address": "192.0.2.10" } }')),
  ).toMatchObject({
    pbx: { address: '192.0.2.10', kind: 'ozeki' },
  })
})

test('a file that is not there is named', async () => {
  const file = join(await temporaryFolder(), 'none.json')
  await expect(readConfigFile(file)).rejects.toMatchObject({
    code: 'unreadable',
    message: `The config file ${file} cannot be read: there is no such file. Check the path.`,
  })
})

test('a folder in place of a file is called one', async () => {
  const folder = join(await temporaryFolder(), 'wall.json')
  await mkdir(folder)
  await expect(readConfigFile(folder)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/it is a folder\. Name the file in it\.$/),
  })
})

test.skipIf(process.getuid?.() === 0)(
  'a file of somebody else is told from a missing one',
  async () => {
    const file = await written('{}')
    await chmod(file, 0)
    await expect(readConfigFile(file)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/this user may not read it/),
    })
  },
)

test('of a file without end no more than 1 MiB is read', async () => {
  await expect(readConfigFile('/dev/zero')).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/larger than 1 MiB/),
  })
})

test('a file in UTF-16 is refused with what to do', async () => {
  const file = await written(Buffer.from('\uFEFF{ "pbx": {} }', 'utf16le'))
  await expect(readConfigFile(file)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/Save it as UTF-8\.$/),
  })
})

test('every problem has a line with place, path, what was found, and what is expected', () => {
  const error = failureOf('{\n  "pbx": { "adress": "x" },\n  "wrapUpSeconds": -1\n}')
  expect(error.code).toBe('invalid')
  expect(error.message.split('\n')).toEqual([
    'The config file wall.json has 3 problems:',
    '  line 2: pbx.address: is missing',
    '  line 2: pbx.adress: there is no such key; did you mean "address"?',
    '  line 3: wrapUpSeconds: found -1, expected 0 or more',
  ])
})

test('where one part cannot be read, the rest is checked all the same', () => {
  const { lines } = failureOf(
    JSON.stringify({
      colour: 'red',
      pbx: { address: 5, services: ['900', 'x y'] },
      alerts: { stateSeconds: { hold: [1] } },
      teams: [
        { id: 'a b', queues: ['900'], thresholds: { offered: ['2', 5] } },
        { id: 'sales', thresholds: { waitingCals: [1, 2] } },
      ],
    }),
  )
  expect(lines.map((line) => line.replace(/^line 1: /, '').split(': ')[0])).toEqual([
    'colour',
    'pbx.address',
    'pbx.services[1]',
    'alerts.stateSeconds.hold[1]',
    'teams[0].id',
    'teams[0].queues',
    'teams[0].thresholds.offered[0]',
    'teams[1].thresholds.waitingCals',
  ])
})

test('a file with hundreds of mistakes is told with fifty of them', () => {
  const keys = Array.from({ length: 300 }, (_, index) => `"x${index}": 1`)
  const { lines } = failureOf(`{ "pbx": { "address": "192.0.2.10" }, ${keys.join(',')} }`)
  expect(lines).toHaveLength(51)
  expect(lines[50]).toBe('and 250 more')
})
