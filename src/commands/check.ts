import { parseArgs } from 'node:util'
import type { Config } from '../contract/config.ts'
import { ConfigError } from '../server/config/configError.ts'
import { readConfigFile } from '../server/configFile.ts'
import { checkSite } from './check/checkSite.ts'
import { bad, findingLine, good } from './check/finding.ts'
import type { Finding } from './check/finding.ts'
import { thisMachine } from './check/machine.ts'
import { siteUnderCheck } from './check/siteUnderCheck.ts'
import { CommandError, wholeOption } from './commandError.ts'
import type { Program } from './program.ts'

const patienceMs = 5_000

/**
 * `callwall check`: prints one line for each thing that a wall needs, and what to do about it. Rejects with a
 * `CommandError` when anything is bad.
 */
export async function check(args: readonly string[], program: Program): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      url: { type: 'string' },
      'gateway-port': { type: 'string', default: '7779' },
    },
  })
  if (values.config === undefined) {
    throw new CommandError('usage', 'callwall check needs a config file: --config FILE')
  }
  const wallUrl = values.url === undefined ? undefined : urlOption(values.url)
  const gatewayPort = wholeOption('gateway-port', values['gateway-port'], 1, 65_535)
  const machine = thisMachine(() => program.now(), program.env, patienceMs)
  const print = (finding: Finding): void =>
    program.print(findingLine(finding, program.isTerminal ?? false))
  const config = await readConfig(values.config, print)
  let failed = 0
  let all = 1
  for await (const finding of checkSite(
    siteUnderCheck(config, values.config, wallUrl, gatewayPort),
    machine,
  )) {
    print(finding)
    all += 1
    if (finding.level === 'bad') failed += 1
  }
  if (failed > 0) throw new CommandError('checks-failed', `${failed} of ${all} checks failed.`)
}

/** The config, which everything else depends on. Throws a `CommandError` when it cannot be used. */
async function readConfig(file: string, print: (finding: Finding) => void): Promise<Config> {
  const what = 'config'
  try {
    const config = await readConfigFile(file)
    print(good(what, `${file}: ${sizeOf(config)}.`))
    return config
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    const [heading = ''] = cause.message.split('\n')
    for (const line of [heading, ...cause.lines]) print(bad(what, line))
    const message = 'The config cannot be used; nothing else was checked.'
    throw new CommandError('checks-failed', message, { cause })
  }
}

function sizeOf({ teams }: Config): string {
  if (teams.length === 0) return 'no teams; the wall will show all extensions of the PBX'
  return teams.length === 1 ? 'one team' : `${teams.length} teams`
}

function urlOption(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url
  // What follows a # may be the access key.
  const [shown = ''] = text.split('#')
  const message = `--url ${shown}: expected the wall’s address, like http://wall-host:8080/`
  throw new CommandError('usage', message)
}
