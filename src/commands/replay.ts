import { parseArgs } from 'node:util'
import { settingsOf } from '../contract/siteOf.ts'
import { readConfigFile } from '../server/configFile.ts'
import { CommandError } from './commandError.ts'
import type { Program } from './program.ts'
import { replayedDays } from './replayDays.ts'
import { readReplayFile, replayRows } from './replayFile.ts'
import { replayJson } from './replayJson.ts'
import { reportOf } from './replayReport.ts'
import type { DayReport } from './replayReport.ts'
import { replayTable } from './replayTable.ts'

/** `callwall replay`: prints the figures of each day of a traffic file, as tables or as JSON. */
export async function replay(args: readonly string[], program: Program): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { config: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    throw new CommandError('usage', 'callwall replay needs one traffic file: replay FILE.csv')
  }
  if (values.config === undefined) {
    throw new CommandError('usage', 'callwall replay needs a config file: --config FILE')
  }
  const settings = settingsOf(await readConfigFile(values.config))
  const rows = replayRows(file, await readReplayFile(file), settings)
  const reports: DayReport[] = []
  for (const day of replayedDays(rows, settings)) reports.push(reportOf(day, settings))
  program.print(values.json ? replayJson(reports) : replayTable(reports, settings))
}
