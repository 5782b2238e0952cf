import { readFile } from 'node:fs/promises'
import { parseConfig } from '../contract/config.ts'
import type { Config } from '../contract/config.ts'
import type { InputProblem } from '../contract/inputProblem.ts'

/** Why a config cannot be used. The message is for the administrator, one line for each problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code: 'unreadable' | 'not-json' | 'invalid'

  constructor(code: ConfigError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Reads and checks a config file. Rejects with a `ConfigError` that names every problem. */
export async function readConfigFile(file: string): Promise<Config> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    const message = `The config file ${file} cannot be read. Check the path and who may read it.`
    throw new ConfigError('unreadable', message, { cause })
  }
  return readConfig(text, file)
}

/** Reads and checks the text of a config. Throws a `ConfigError`. `file` is its name in messages. */
export function readConfig(text: string, file: string): Config {
  let value: unknown
  try {
    // Windows editors put a byte order mark in front.
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'it is empty'
    throw new ConfigError('not-json', `The config file ${file} is not JSON: ${why}.`, { cause })
  }
  const { config, problems } = parseConfig(value)
  if (config !== undefined) return config
  const lines = problems.map((problem) => `  ${sentence(problem)}`)
  throw new ConfigError('invalid', [`The config file ${file} has problems:`, ...lines].join('\n'))
}

function sentence({ path, found, expected }: InputProblem): string {
  return `${path}: found ${found}, expected ${expected}`
}
