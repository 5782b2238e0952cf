import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Program } from '@/commands/program.ts'
import { serve } from '@/commands/serve.ts'
import { ConfigError } from '@/server/config/configError.ts'
import { readConfigFile } from '@/server/configFile.ts'
import { badConfigs } from './badConfigs.ts'
import { badTexts } from './badTexts.ts'
import { temporaryFolder } from './serverStage.ts'

const all = [...badConfigs, ...badTexts]

/** The error of an action that must fail. */
async function errorOf(action: Promise<unknown>): Promise<Error> {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Error) return error
  throw new Error('this config was accepted')
}

async function fileOf(text: string): Promise<string> {
  const file = join(await temporaryFolder(), 'wall.json')
  await writeFile(file, text)
  return file
}

test.each(all)('%s is refused with its place and its mend', async (_what, text, told) => {
  const file = await fileOf(text)
  const error = await errorOf(readConfigFile(file))
  expect(error).toBeInstanceOf(ConfigError)
  for (const pattern of told) expect(error.message).toMatch(new RegExp(pattern, 'm'))
  expect(error.message).toContain(file)
  expect(error.message).not.toMatch(/^\s*at |undefined|NaN|\[object|geheim/m)
})

test.each(all.filter((_, index) => index % 12 === 0))(
  '%s keeps the server from starting, with the same words',
  async (_what, text, [told]) => {
    const printed: string[] = []
    const program = {
      print: (line: string) => printed.push(line),
      env: {},
      ended: Promise.resolve(),
    }
    const error = await errorOf(
      serve(['--config', await fileOf(text)], program as unknown as Program),
    )
    expect(error).toBeInstanceOf(ConfigError)
    expect(error.message).toMatch(new RegExp(told!, 'm'))
    expect(printed).toEqual([])
  },
)
