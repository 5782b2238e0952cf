import type { Clock } from '../domain/clock.ts'
import type { Log } from './log.ts'
import { every } from './every.ts'
import type { Notices } from './notices.ts'
import type { Timers } from '../pbx/timers.ts'

export interface HandmadeTokenOptions {
  readonly lifetimeSeconds: () => number
  /** The site's. */
  readonly clock: Clock
  readonly timers: Timers
  readonly notices: Notices
  readonly log: Log
}

const warningMs = 2 * 3_600_000
const lookEveryMs = 1_000

/**
 * Warns before the day of OZEKI_TOKEN is over, and says when it is. Nobody tells when it was made: its day is counted
 * from the server's start, so it may end sooner. Returns what ends the watch.
 */
export function watchHandmadeToken(options: HandmadeTokenOptions): () => void {
  const { clock, notices, log } = options
  const startedAt = clock.now()
  let told: 'tokenEndsSoon' | 'tokenOver' | undefined

  const look = (): void => {
    const lifetimeMs = options.lifetimeSeconds() * 1000
    const overAt = Math.round(startedAt + lifetimeMs)
    const leftMs = overAt - clock.now()
    const isSoon = leftMs <= Math.min(warningMs, lifetimeMs / 12)
    const due = leftMs <= 0 ? 'tokenOver' : isSoon ? 'tokenEndsSoon' : undefined
    for (const code of ['tokenEndsSoon', 'tokenOver'] as const) {
      if (code === due) notices.raise(code, overAt)
      else notices.clear(code)
    }
    if (due !== told && due !== undefined)
      log('warn', sentences[due], { overAt: new Date(overAt).toISOString() })
    told = due
  }

  look()
  return every(options.timers, lookEveryMs, look)
}

const sentences = {
  tokenEndsSoon:
    'The day of OZEKI_TOKEN is over soon. Make a new token in the PBX, put it into OZEKI_TOKEN and start the server again.',
  tokenOver:
    'The day of OZEKI_TOKEN is over: walls that lose their connection cannot come back. Make a new token in the PBX, put it into OZEKI_TOKEN and start the server again.',
} as const
