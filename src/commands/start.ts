import { parseArgs } from 'node:util'
import { fixedConfig } from '../server/configSource.ts'
import { createLog } from '../server/log.ts'
import { ServeError } from '../server/listen.ts'
import { startServer } from '../server/serve.ts'
import type { RunningServer, ServeOptions } from '../server/serve.ts'
import { wholeOption } from './commandError.ts'
import { demoConfig } from './demoSite.ts'
import { emulateOptions, portsOf, startDay } from './emulate.ts'
import type { EmulateValues, RunningDay } from './emulate.ts'
import type { Program } from './program.ts'

const anyPorts = { script: 0, gateway: 0, http: 0 }

/** What `npm start` runs: an emulated PBX, the server, and the wall on both, until the program is ended. */
export async function start(args: readonly string[], program: Program): Promise<void> {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { ...emulateOptions, port: { type: 'string', default: '8080' } },
    tokens: true,
  })
  const port = wholeOption('port', values.port, 0, 65_535)
  const isAsked = (name: string): boolean =>
    tokens.some((token) => token.kind === 'option' && token.name === name)
  const arePortsAsked = ['script-port', 'gateway-port', 'http-port'].some(isAsked)
  const running = await startDay(values, portsOf(values), program).catch((error: unknown) => {
    if (arePortsAsked || !isPortTaken(error)) throw error
    return startDay(values, anyPorts, program)
  })
  const { emulator, stop } = running
  const log = createLog(
    (line) => program.print(line.trimEnd()),
    () => program.now(),
  )
  try {
    const config = demoConfig(running, values.host)
    const options: ServeOptions = {
      config: fixedConfig(config),
      // The emulated day begins anew with every start: what an earlier one had is not its past.
      recordsFile: ':memory:',
      host: values.host,
      port,
      clock: emulator.clock,
      version: program.version,
      appDir: program.appDir,
      env: {},
      fetch: (...request) => fetch(...request),
      log,
    }
    const server = await startServer(options).catch((error: unknown) => {
      if (isAsked('port') || !isPortTaken(error)) throw error
      return startServer({ ...options, port: 0 })
    })
    const [team] = config.teams
    welcome(server, team?.id ?? '', running, program, values)
    await program.ended
    await server.stop()
  } finally {
    await stop()
  }
}

function isPortTaken(error: unknown): boolean {
  if (error instanceof ServeError) return true
  return error instanceof Error && 'code' in error && error.code === 'portBusy'
}

function welcome(
  server: RunningServer,
  team: string,
  { emulator, day }: RunningDay,
  program: Program,
  { host, fault = [] }: EmulateValues,
): void {
  const isLocal = host === '127.0.0.1' || host === 'localhost'
  program.print('')
  program.print(`  The wall      ${server.url}team/${team}`)
  program.print(`  All teams     ${server.url}`)
  program.print(
    `  Phone system  emulated, ${day.roster.agents.length} agents, script on port ${emulator.ports.script}`,
  )
  if (fault.length > 0) program.print(`  Faults        ${fault.join(', ')}`)
  program.print('')
  program.print(
    isLocal
      ? '  Only this machine can open it. For the network: npm start -- --host 0.0.0.0'
      : '  Everybody in your network can open it, at this machine’s name or address.',
  )
  program.print('  Stop with Ctrl+C.')
}
