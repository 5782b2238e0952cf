import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { check } from '@/commands/check.ts'
import { CommandError } from '@/commands/commandError.ts'
import type { Program } from '@/commands/program.ts'
import type { ConfigInput } from '@/contract/config.ts'
import type { EmulatedPbx } from '../../support/emulatedPbx.ts'

/** What `callwall check` printed, and with what it ended. */
export interface Checked {
  readonly lines: readonly string[]
  /** The line of one check, without its name; empty when there is none, all of them when there are more. */
  readonly line: (what: string) => string
  /** The message of the failure; empty where nothing is bad. */
  readonly failure: string
}

/** Runs the command on a config that is written to a file of its own. */
export async function runCheck(
  config: unknown,
  options: {
    readonly args?: readonly string[]
    readonly env?: Program['env']
    readonly isTerminal?: boolean
  } = {},
): Promise<Checked> {
  const folder = await mkdtemp(join(tmpdir(), 'callwall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'wall.json')
  await writeFile(file, typeof config === 'string' ? config : JSON.stringify(config))
  const lines: string[] = []
  const program = {
    print: (text: string) => lines.push(text),
    env: options.env ?? {},
    now: () => Date.now(),
    isTerminal: options.isTerminal ?? false,
  }
  const failure = await check(
    ['--config', file, ...(options.args ?? [])],
    program as unknown as Program,
  ).then(
    () => '',
    (error: unknown) => {
      if (error instanceof CommandError) return error.message
      throw error
    },
  )
  const line = (what: string): string =>
    lines
      .filter((each) => each.slice(6, 22).trim() === what)
      .map((each) => `${each.slice(0, 4).trim()} ${each.slice(24)}`)
      .join('\n')
  return { lines, line, failure }
}

/** A config on an emulated PBX, of queue 5000 and the extensions 1001 and 1002. */
export function configOn({ ports, httpPath }: EmulatedPbx): ConfigInput & { pbx: object } {
  return {
    site: { timeZone: 'Europe/Budapest' },
    pbx: {
      address: '127.0.0.1',
      scriptUrl: `http://127.0.0.1:${ports.script}/WebphoneAPI`,
      httpApiUrl: `http://127.0.0.1:${ports.http}${httpPath}`,
    },
    teams: [{ id: 'support', queues: ['5000'], extensions: ['1001-1002'] }],
  }
}
