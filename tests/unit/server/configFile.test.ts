import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig, readConfigFile } from '@/server/configFile.ts'
import { temporaryFolder } from './serverStage.ts'

function failureOf(text: string): ConfigError {
  try {
    readConfig(text, 'wall.json')
  } catch (error) {
    if (error instanceof ConfigError) return error
  }
  throw new Error('this config was accepted')
}

test('a file is read with its defaults, also with the byte order mark of a Windows editor', async () => {
  const file = join(await temporaryFolder(), 'wall.json')
  await writeFile(file, '\uFEFF{ "pbx": { "address": "192.0.2.10" } }')
  expect(await readConfigFile(file)).toMatchObject({
    pbx: { address: '192.0.2.10', kind: 'ozeki' },
  })
})

test('a file that is not there is named', async () => {
  const file = join(await temporaryFolder(), 'none.json')
  await expect(readConfigFile(file)).rejects.toMatchObject({
    code: 'unreadable',
    message: `The config file ${file} cannot be read. Check the path and who may read it.`,
  })
})

test.each(['', '{ "pbx": ', '// a comment'])('%j is not JSON, and says why', (text) => {
  const error = failureOf(text)
  expect(error.code).toBe('not-json')
  expect(error.message).toMatch(/^The config file wall\.json is not JSON: .+\.$/)
})

test('every problem has a line with path, what was found, and what is expected', () => {
  const error = failureOf('{ "pbx": { "adress": "x" }, "wrapUpSeconds": -1 }')
  expect(error.code).toBe('invalid')
  expect(error.message.split('\n')).toEqual([
    'The config file wall.json has problems:',
    '  pbx.address: found nothing, expected a value',
    '  pbx.adress: found an unknown key, expected no such key',
    '  wrapUpSeconds: found -1, expected >=0',
  ])
})
