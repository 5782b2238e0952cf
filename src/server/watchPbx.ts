import type { ActiveEvent } from '../contract/serverEvents.ts'
import type { Timers } from '../pbx/timers.ts'
import { activeEvent } from './activeEvent.ts'
import type { HttpApiUser } from './httpApi.ts'
import type { Notices } from './notices.ts'
import type { PbxHealth } from './pbxHealth.ts'
import { createPbxLists } from './pbxLists.ts'
import { isRefusal, pollActiveCalls } from './pollActiveCalls.ts'
import type { Records } from './records/openRecords.ts'
import { createWatcher } from './records/watcher.ts'
import type { Site } from './siteBodies.ts'

export interface PbxWatchOptions {
  readonly site: Site
  readonly user: HttpApiUser
  readonly timers: Timers
  readonly health: PbxHealth
  readonly notices: Notices
  readonly records: Records
  /** Whether a wall sees the calls now. */
  readonly isWatched: () => boolean
  /** Told what the PBX lists; `undefined` when it does not answer any more. */
  readonly onActive: (event: ActiveEvent | undefined) => void
}

/** So many late answers running are more than a hiccup. */
const failuresToTell = 3

/** Follows the calls that the PBX lists, for the walls and for the records. Returns what ends it. */
export function watchPbx({ site, user, records, ...options }: PbxWatchOptions): () => void {
  const { health, notices, timers, isWatched, onActive } = options
  const { config, clock } = site
  const lists = createPbxLists(config, user)
  const failing = { poll: false, history: false }
  let isStopped = false

  const note = (task: keyof typeof failing, error: unknown, isWorthTelling: boolean): void => {
    if (isStopped) return
    health.note(task, error)
    failing[task] = isWorthTelling
    notices.set('historyFailing', failing.poll || failing.history)
  }
  const watcher = createWatcher({
    ...{ records, config, clock, isWatched, pbx: lists },
    onOutcome: (error) => note('history', error, error !== undefined),
  })
  const stopPoll = pollActiveCalls({
    ask: () => lists.active(),
    pollSeconds: () => config().pbx.pollSeconds,
    timers,
    onCalls: (calls) => {
      const at = Math.round(clock.now())
      onActive(activeEvent(config(), lists.knownExtensions(), calls, at))
      watcher.hear(calls, at)
    },
    onOutcome: (error, failures) => {
      note('poll', error, failures >= failuresToTell || isRefusal(error))
      if (error === undefined) return
      onActive(undefined)
      watcher.miss()
    },
  })

  return () => {
    isStopped = true
    stopPoll()
    watcher.close()
    lists.close()
  }
}
