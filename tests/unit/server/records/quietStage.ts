import type { CallRecord } from '@/domain/callRecord.ts'
import { PbxError } from '@/pbx/pbxError.ts'
import type { ActiveCall } from '@/pbx/ozeki/http/listActiveCalls.ts'
import type { HistoryRow } from '@/server/records/lists/chainLink.ts'
import type { Records } from '@/server/records/openRecords.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import type { Watcher } from '@/server/records/watcher.ts'
import { createWatcher } from '@/server/records/watcher.ts'
import type { Config } from '@/contract/config.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { config } from './historyBuilder.ts'
import { ten } from './recordBuilder.ts'
import { callsOf, report } from './recordsStage.ts'

/** A watcher in front of a PBX whose lists are written by the test. */
export interface QuietStage {
  readonly records: Records
  readonly watcher: Watcher
  readonly outcomes: unknown[]
  /** What the PBX's history tells; `undefined`: it refuses. */
  history: readonly HistoryRow[] | undefined
  isWatched: boolean
  /** How often a page of the history was asked for. */
  asked: number
  /** Since when the history was asked for last, so many seconds after `ten`. */
  askedSince: number
  /** A list of the calls alive, so many seconds after `ten`. */
  list(seconds: number, ...rows: readonly ActiveCall[]): Promise<void>
  wall(...calls: readonly CallRecord[]): void
  calls(): readonly CallRecord[]
  /** `2 0 InCall seen` for each step of the only call: seconds, session, state, how. */
  steps(): readonly string[]
}

export function quietStage(site: Config = config): QuietStage {
  const time = createManualTimers(ten)
  const records = openRecords({
    ...{ file: ':memory:', config: () => site, clock: time, timers: time, log: () => undefined },
  })
  const outcomes: unknown[] = []
  const watcher = createWatcher({
    ...{ records, config: () => site, clock: time },
    pbx: {
      history({ pageNumber, from = ten }) {
        stage.asked++
        stage.askedSince = (from - ten) / 1000
        if (stage.history === undefined) return Promise.reject(new PbxError('denied', 'No.'))
        const calls = pageNumber === 0 ? stage.history : []
        return Promise.resolve({ total: calls.length, calls })
      },
      extensions: () => Promise.resolve(new Set(['1001', '1002', '1003', '5000', '5001', '50'])),
    },
    isWatched: () => stage.isWatched,
    onOutcome: (error) => outcomes.push(error),
  })
  const stage: QuietStage = {
    ...{ records, watcher, outcomes, history: [], isWatched: false },
    ...{ asked: 0, askedSince: NaN },
    async list(seconds, ...rows) {
      time.pass(ten + seconds * 1000 - time.now())
      watcher.hear(rows, time.now())
      await watcher.settled()
    },
    wall: (...calls) => void records.save(report(calls)),
    calls: () => callsOf(records),
    steps: () =>
      callsOf(records)[0]?.steps.map(
        ({ at, session, state, how }) =>
          `${(at - ten) / 1000} ${session} ${state ?? 'moved'} ${how}`,
      ) ?? [],
  }
  return stage
}
