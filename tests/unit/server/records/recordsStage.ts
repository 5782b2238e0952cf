import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ConfigInput } from '@/contract/config.ts'
import type { Records, RecordsOptions } from '@/server/records/openRecords.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import type { ManualTimers } from '../../../support/manualTimers.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { configOf, temporaryFolder } from '../serverStage.ts'
import { ten } from './recordBuilder.ts'

export interface RecordsStage {
  readonly records: Records
  readonly file: string
  readonly time: ManualTimers
  /** What was logged, one line each. */
  readonly lines: readonly string[]
  /** The same file with another process's eyes: closed and opened again. */
  reopen(options?: Partial<RecordsOptions>): RecordsStage
}

const midnight = Date.parse('2026-11-23T00:00:00+01:00')
export const day = { start: midnight, end: midnight + 86_400_000 }

export const inBudapest: Partial<ConfigInput> = {
  site: { timeZone: 'Europe/Budapest' },
  teams: [{ id: 'support', queues: ['5000'], extensions: ['1001-1020'] }],
}

/** Records in a file of their own, a minute after `ten`. */
export async function recordsStage(
  config: Partial<ConfigInput> = {},
  options: Partial<RecordsOptions> = {},
): Promise<RecordsStage> {
  return stageOf(join(await temporaryFolder(), 'records.db'), config, options)
}

function stageOf(
  file: string,
  config: Partial<ConfigInput>,
  options: Partial<RecordsOptions>,
): RecordsStage {
  const time = createManualTimers(ten + 60_000)
  const lines: string[] = []
  const read = configOf({ ...inBudapest, ...config })
  const records = openRecords({
    file,
    config: () => read,
    clock: time,
    timers: time,
    log: (level, message, facts = {}) => lines.push(`${level} ${message} ${JSON.stringify(facts)}`),
    ...options,
  })
  onTestFinished(() => records.close())
  return {
    records,
    file: options.file ?? file,
    time,
    lines,
    reopen(other = {}) {
      records.close()
      return stageOf(file, config, { ...options, ...other })
    },
  }
}

/** A report of a wall. */
export const report = (
  calls: Parameters<Records['save']>[0]['calls'],
  covered: Parameters<Records['save']>[0]['covered'] = [],
): Parameters<Records['save']>[0] => ({ wall: 'w1', calls, covered })

/** All calls of the day of `ten`. */
export const callsOf = (records: Records): ReturnType<Records['page']>['calls'] =>
  records.page(day.start, day.end, undefined).calls
