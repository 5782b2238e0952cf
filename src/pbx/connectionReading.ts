import type { Clock } from '../domain/clock.ts'
import type { ConnectionEvent, SessionEvent } from '../domain/sessionEvent.ts'
import type { PbxClient } from './client.ts'
import type { Timers } from './timers.ts'

/** What a granted connection is read with. */
export interface ReadingOptions {
  readonly client: PbxClient
  readonly clock: Clock
  readonly timers: Timers
  readonly onEvent: (event: ConnectionEvent) => void
  /** Told once, when the connection has lasted long enough to be called good. */
  readonly onSteady: () => void
}

/** The reading of one granted connection. */
export interface ConnectionReading {
  /**
   * Tells the directory, the snapshot, and then what was heard meanwhile.
   * @param early what was heard before the grant; a session that the snapshot holds is told by the snapshot alone
   */
  begin(early: readonly SessionEvent[]): void
  hear(event: SessionEvent): void
  stop(): void
}

/** A PBX may fill its lists only after the grant: looked at again after so many ms since the last look. */
const lateLooksMs: readonly number[] = [2_000, 8_000]
const directoryEveryMs = 300_000

/** A reading that has not begun. It starts nothing that `stop` does not end. */
export function createReading(options: ReadingOptions): ConnectionReading {
  const { client, clock, timers, onEvent } = options
  const waiting: SessionEvent[] = []
  let isTold = false
  let isStopped = false
  let timer: unknown
  let toldDirectory = ''
  let seen: Set<string> | undefined = new Set()

  /** Whoever is told something may stop the reading. */
  const tell = (event: SessionEvent): void => {
    if (isStopped) return
    seen?.add(event.session.id)
    onEvent(event)
  }

  /** An empty answer means that the PBX does not tell now, not that all extensions are gone. */
  const readDirectory = (): void => {
    const entries = client.directory()
    const text = JSON.stringify(entries)
    if (isStopped || entries.length === 0 || text === toldDirectory) return
    toldDirectory = text
    onEvent({ type: 'directory', at: clock.now(), entries })
  }

  const tellLateSessions = (): void => {
    for (const session of client.snapshot()) {
      if (seen?.has(session.id) === false) tell({ type: 'opened', at: clock.now(), session })
    }
  }

  const lookAgain = (looks: readonly number[]): void => {
    if (isStopped) return
    const [delayMs, ...others] = looks
    timer = timers.set(() => {
      readDirectory()
      if (delayMs !== undefined) tellLateSessions()
      if (delayMs !== undefined && others.length === 0) {
        seen = undefined
        if (!isStopped) options.onSteady()
      }
      lookAgain(others)
    }, delayMs ?? directoryEveryMs)
  }

  return {
    begin(early) {
      readDirectory()
      const before = [...early, ...waiting.splice(0)]
      const sessions = client.snapshot()
      if (isStopped) return
      seen = new Set(sessions.map(({ id }) => id))
      const unknown = before.filter(({ session }) => seen?.has(session.id) === false)
      waiting.unshift(...unknown)
      onEvent({ type: 'snapshot', at: clock.now(), sessions })
      for (const event of waiting) tell(event)
      isTold = true
      lookAgain(lateLooksMs)
    },
    hear(event) {
      if (isTold) tell(event)
      else waiting.push(event)
    },
    stop() {
      isStopped = true
      timers.clear(timer)
    },
  }
}
