import { onTestFinished } from 'vitest'
import type { Config } from '@/contract/config.ts'
import { settingsOf } from '@/contract/siteOf.ts'
import type { CallRecord } from '@/domain/callRecord.ts'
import { createCentre } from '@/domain/centre.ts'
import type { Centre } from '@/domain/centre.ts'
import { recall } from '@/domain/recall.ts'
import { createZone } from '@/domain/zone.ts'
import { steppedClock } from '@/emulator/clock.ts'
import { profiles } from '@/emulator/dialect.ts'
import type { Dialect } from '@/emulator/dialect.ts'
import { createExchange } from '@/emulator/exchange.ts'
import { seededRandom } from '@/emulator/random.ts'
import { demoRoster, extensionsOf } from '@/emulator/roster.ts'
import { simulatedTraffic } from '@/emulator/traffic/simulated.ts'
import type { Roster } from '@/emulator/types.ts'
import { getCallHistory } from '@/pbx/ozeki/http/getCallHistory.ts'
import { listActiveCalls } from '@/pbx/ozeki/http/listActiveCalls.ts'
import { listExtensions, namesOf } from '@/pbx/ozeki/http/listExtensions.ts'
import type { CallListOptions } from '@/pbx/ozeki/http/rows.ts'
import type { Records } from '@/server/records/openRecords.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import type { Watcher } from '@/server/records/watcher.ts'
import { createWatcher } from '@/server/records/watcher.ts'
import type { EmulatedPbx } from '../../../support/emulatedPbx.ts'
import { emulatedPbx } from '../../../support/emulatedPbx.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { configOf } from '../serverStage.ts'
import { ten } from './recordBuilder.ts'

const roster: Roster = demoRoster(8)

export interface ListsStage {
  readonly pbx: EmulatedPbx
  readonly config: Config
  readonly records: Records
  readonly watcher: Watcher
  /** What a wall knows that was switched on now and reads the records. */
  told(): Centre
  /** Lets the day go on for so many seconds, with a poll every `everySeconds`. */
  pass(seconds: number, everySeconds?: number): Promise<void>
  isWatched: boolean
  /** How the PBX's history was read. */
  readonly outcomes: unknown[]
}

/** A busy centre of eight agents at `ten`, and the server's records of it, fed by nothing but the PBX's HTTP API. */
export async function listsStage(
  httpApi: Dialect['httpApi'] = 'xe',
  changes: Partial<Parameters<typeof configOf>[0]> = {},
): Promise<ListsStage> {
  const clock = steppedClock(ten)
  const exchange = createExchange({
    clock,
    extensions: extensionsOf(roster),
    random: seededRandom(1),
  })
  const pbx = await emulatedPbx(
    { dialect: { ...profiles.documented, httpApi } },
    { clock, exchange },
  )
  const config = configOf({
    site: { timeZone: 'Europe/Budapest' },
    pbx: { address: '192.0.2.10', services: ['50', '900'] },
    serviceLevel: { shortAbandonSeconds: 0 },
    teams: [
      { id: 'support', queues: ['5000'], extensions: ['1001-1004'] },
      { id: 'sales', queues: ['5001'], extensions: ['1005-1008'] },
    ],
    ...changes,
  })
  const timers = createManualTimers(ten)
  const records = openRecords({
    ...{ file: ':memory:', config: () => config, clock, timers, log: () => undefined },
  })
  const options = optionsOf(pbx)
  const outcomes: unknown[] = []
  const watcher = createWatcher({
    records,
    config: () => config,
    clock,
    pbx: {
      history: (page) => getCallHistory(options, page),
      extensions: async () => namesOf(await listExtensions(options)),
    },
    isWatched: () => stage.isWatched,
    onOutcome: (error) => outcomes.push(error),
  })
  const tell = (centre: Centre): void =>
    centre.apply({
      type: 'directory',
      at: clock.now(),
      entries: exchange.extensions
        .filter(({ type }) => type !== 'OutsideLine')
        .map(({ id }) => ({ extension: id, name: '', online: true })),
    })

  const stage: ListsStage = {
    ...{ pbx, config, records, watcher, outcomes },
    isWatched: false,
    told() {
      const centre = createCentre(settingsOf(config), ten)
      tell(centre)
      const calls = recordsOf(records)
      const counted = records.stretches('counted', ten, clock.now())
      for (const news of recall({ records: calls, covered: [], counted })) centre.recall(news)
      centre.advance(clock.now())
      return centre
    },
    async pass(seconds, everySeconds = 5) {
      const until = clock.now() + seconds * 1000
      while (clock.now() < until) {
        clock.advanceTo(Math.min(until, clock.now() + everySeconds * 1000))
        watcher.hear(await listActiveCalls(options), clock.now())
        await watcher.settled()
      }
    },
  }
  return stage
}

/** Calls as they come to this centre, so many that some wait and some give up; they end with the test. */
export function makeTraffic({ pbx }: ListsStage, seed: number): void {
  const traffic = simulatedTraffic({
    ...{ seed, roster, load: 2.5, timeZone: 'Europe/Budapest', isWarm: false },
  })
  onTestFinished(traffic(pbx.exchange))
}

function optionsOf({ ports, httpPath }: EmulatedPbx): CallListOptions {
  const zone = createZone('Europe/Budapest')
  return {
    httpApiUrl: `http://127.0.0.1:${ports.http}${httpPath}`,
    fetch: (...request) => fetch(...request),
    timeoutMs: 5_000,
    offsetAt: (at) => zone.offsetAt(at),
  }
}

/** All records of the day, however many pages they are. */
export function recordsOf(records: Records): readonly CallRecord[] {
  const calls: CallRecord[] = []
  const day = [ten - 10 * 3_600_000, ten + 14 * 3_600_000] as const
  for (let page = records.page(...day, undefined); ; page = records.page(...day, page.next)) {
    calls.push(...page.calls)
    if (page.next === undefined) return calls
  }
}

/** How the calls to a queue ended that came in the first half-hour after `ten`. */
export interface Volumes {
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
}

const halfHourMs = 1_800_000
const queues = ['5000', '5001']

export function toldVolumes(centre: Centre): readonly Volumes[] {
  return queues.map((queue) => {
    const row = centre.intervals(`queue:${queue}`, 30).find(({ start }) => start === ten)
    const { offered = 0, answered = 0, abandoned = 0 } = row ?? {}
    return { offered, answered, abandoned }
  })
}

/** The same as the emulator made them, by its own master ids. */
export function trueVolumes({ exchange }: EmulatedPbx): readonly Volumes[] {
  const all = [...exchange.history(), ...exchange.active()]
  const answered = new Set(
    all
      .filter(({ callee, answeredAt }) => callee.startsWith('10') && answeredAt !== undefined)
      .map(({ masterSessionId }) => masterSessionId),
  )
  return queues.map((queue) => {
    const visits = all.filter(
      ({ callee, startedAt }) => callee === queue && startedAt < ten + halfHourMs,
    )
    const count = visits.filter(({ masterSessionId }) => answered.has(masterSessionId)).length
    return { offered: visits.length, answered: count, abandoned: visits.length - count }
  })
}
