import { setImmediate } from 'node:timers/promises'
import { keepRecords } from '../../src/app/records/keepRecords.ts'
import type { Records as KeptRecords } from '../../src/app/records/keepRecords.ts'
import { createPresentCentre } from '../../src/app/stores/presentCentre.ts'
import type { BuildCentre } from '../../src/app/stores/presentCentre.ts'
import type { Call } from '../../src/domain/call.ts'
import { createCentre } from '../../src/domain/centre.ts'
import type { Centre } from '../../src/domain/centre.ts'
import { currentLeg } from '../../src/domain/session.ts'
import type { ConnectionEvent, SessionFacts } from '../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../src/domain/settings.ts'
import type { Records } from '../../src/server/records/openRecords.ts'
import { createManualTimers } from './manualTimers.ts'

/** A wall without a page: it hears events, and keeps records with a server, both stepped by the test. */
export interface RecordingWall {
  readonly centre: () => Centre
  readonly records: KeptRecords
  hear(event: ConnectionEvent): void
  /** Lets `ms` of its timers pass, and what they began come to an end. */
  pass(ms: number): Promise<void>
}

export interface RecordingWallOptions {
  readonly settings: CentreSettings
  readonly startsAt: number
  /** The server's records. */
  readonly server: Records
  /** Epoch ms of site time. */
  readonly now: () => number
}

export function startRecordingWall(options: RecordingWallOptions): RecordingWall {
  const { server, now } = options
  const timers = createManualTimers()
  let settings = options.settings
  const present = createPresentCentre(createCentre(settings, options.startsAt), { now })

  const replace = async (next: CentreSettings, build: BuildCentre): Promise<void> => {
    if ((await present.replace(build, [])) !== undefined) settings = next
  }
  const records = keepRecords({
    ...{ timers, now, replace },
    random: () => 0.5,
    steadyNow: () => timers.now(),
    pause: () => Promise.resolve(),
    report: (report) => Promise.resolve(server.save({ wall: 'wall', ...report })),
    read(day) {
      const start = Date.parse(`${day}T00:00:00Z`) - 24 * 3_600_000
      const end = start + 3 * 24 * 3_600_000
      return Promise.resolve({
        revision: server.revision(),
        covered: server.stretches('covered', start, end),
        counted: server.stretches('counted', start, end),
        records: server.page(start, end, undefined).calls,
      })
    },
    present: () => present.current(),
    settings: () => settings,
    wanted: () => undefined,
  })

  server.onRevision((revision) => records.revised(revision))

  return {
    centre: () => present.current(),
    records,
    hear: (event) => present.tell(event),
    async pass(ms) {
      timers.pass(ms)
      await setImmediate()
    },
  }
}

/** The sessions alive in a call, as a PBX lists them to who connects now. */
export function factsOf(call: Call): readonly SessionFacts[] {
  return call.sessions.flatMap((session) => {
    if (session.endedAt !== undefined) return []
    const { caller, callee } = currentLeg(session)
    const { id, masterId, state, callerName, calleeName, dialed, direction, openedAt } = session
    const names = { callerName, calleeName }
    return [
      { id, masterId, state, caller, callee, dialed, direction, startedAt: openedAt, ...names },
    ]
  })
}
