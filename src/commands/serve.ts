import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfigFile } from '../server/configFile.ts'
import { createLog } from '../server/log.ts'
import { startServer } from '../server/serve.ts'
import { watchConfig } from '../server/watchConfig.ts'
import { systemTimers } from '../pbx/timers.ts'
import { CommandError, wholeOption } from './commandError.ts'
import type { Program } from './program.ts'

/** `callwall serve`: the wall server on a config, until the program is ended. */
export async function serve(args: readonly string[], program: Program): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  })
  if (values.config === undefined) {
    throw new CommandError('usage', 'callwall serve needs a config file: --config FILE')
  }
  const port = wholeOption('port', values.port, 0, 65_535)
  const config = await readConfigFile(values.config)
  const log = createLog(
    (line) => program.print(line.trimEnd()),
    () => program.now(),
  )
  const source = watchConfig({
    file: values.config,
    config,
    clock: program,
    timers: systemTimers,
    log,
  })
  const server = await startServer({
    config: source,
    recordsFile: resolve(dirname(values.config), config.records.file),
    host: values.host,
    port,
    clock: { now: () => program.now(), speed: 1 },
    version: program.version,
    appDir: program.appDir,
    env: program.env,
    fetch: (...request) => fetch(...request),
    log,
  })
  program.print(`The wall is at ${server.url}`)
  await program.ended
  await server.stop()
}
