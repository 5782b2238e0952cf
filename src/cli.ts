#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { check } from './commands/check.ts'
import { CommandError } from './commands/commandError.ts'
import { emulate } from './commands/emulate.ts'
import type { Program } from './commands/program.ts'
import { replay } from './commands/replay.ts'
import { serve } from './commands/serve.ts'
import { start } from './commands/start.ts'

const usage = `callwall, a wallboard for call centres on the Ozeki Phone System

  callwall serve --config FILE [--port 8080] [--host 127.0.0.1]
  callwall check --config FILE [--url http://wall-host:8080/] [--gateway-port 7779]
  callwall emulate [--traffic simulated|FILE.csv|FILE.json] [--speed 1] [--agents 12] [--seed 1]
                   [--host 127.0.0.1] [--script-port 7777] [--gateway-port 7779] [--http-port 7780]
                   [--time-zone ZONE] [--profile documented|seed|dotnet] [--dialect NAME=VALUE,…]
                   [--fault NAME[=VALUE]@START[+SECONDS]]…
  callwall start   both at once: the options of emulate, and --port
  callwall replay FILE.csv --config FILE [--json]
  callwall --version, --help`

const commands: Readonly<Record<string, (args: readonly string[], on: Program) => Promise<void>>> =
  { serve, check, emulate, start, replay }

async function main(): Promise<void> {
  process.stdout.once('error', endWithReader)
  const [name = '', ...args] = process.argv.slice(2)
  const program = machine()
  if (name === '--version' || name === '-v') {
    program.print(program.version)
    return
  }
  if ([name, ...args].some((word) => word === '--help' || word === '-h')) {
    program.print(usage)
    return
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    throw new CommandError(
      'usage',
      name === '' ? usage : `There is no command ${name}.\n\n${usage}`,
    )
  }
  await command(args, program).catch((error: unknown) => {
    throw isBadArgument(error) ? new CommandError('usage', `${error.message}\n\n${usage}`) : error
  })
}

/** Whoever reads the output may have seen enough: `callwall replay … | head`. */
function endWithReader(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit()
}

/** Whether `parseArgs` did not understand the command line. */
function isBadArgument(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('ERR_PARSE_ARGS')
}

function machine(): Program {
  const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    isTerminal: process.stdout.isTTY && !process.env['NO_COLOR'],
    env: process.env,
    now: () => Date.now(),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    ended: new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
    appDir: beside('../app'),
    webphoneScriptPath: beside('../webphone/WebphoneAPI.js'),
    version: __VERSION__,
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
