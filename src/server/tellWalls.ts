import type { Timers } from '../pbx/timers.ts'
import type { ConfigSource } from './configSource.ts'
import type { EventHub } from './eventHub.ts'
import { every } from './every.ts'
import type { Notices } from './notices.ts'
import type { Records } from './records/openRecords.ts'
import type { Site } from './siteBodies.ts'
import { clockEvent, configEvent } from './siteEvents.ts'

export interface Happenings {
  readonly site: Site
  readonly config: ConfigSource
  readonly records: Records
  readonly notices: Notices
  readonly events: EventHub
  readonly timers: Timers
}

/** So often a wall hears from the server, ms: it takes a longer silence for a dead connection. */
const signOfLifeMs = 15_000

/** Tells walls what changes at the server. Returns what ends it. */
export function tellWalls(happenings: Happenings): () => void {
  const { site, config, records, notices, events, timers } = happenings
  const setRecordsNotice = (): void => notices.set('recordsFailing', records.state().isFailing)
  setRecordsNotice()
  const ends = [
    config.onChange(() => events.send(configEvent(site))),
    config.onRejection((isRejected) => notices.set('configRejected', isRejected)),
    records.onRevision((revision) => events.send({ name: 'records', data: { revision } })),
    records.onState(setRecordsNotice),
    notices.onChange((all) => events.send({ name: 'notices', data: { notices: [...all] } })),
    every(timers, signOfLifeMs, () => events.send(clockEvent(site))),
  ]
  return () => {
    for (const end of ends) end()
  }
}
