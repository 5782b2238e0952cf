import type { ActiveCall } from '../pbx/ozeki/http/listActiveCalls.ts'
import { isUnknownCommand } from '../pbx/ozeki/http/commandRefused.ts'
import { isPbxError } from '../pbx/pbxError.ts'
import type { Timers } from '../pbx/timers.ts'

export interface PollOptions {
  /** Asks the PBX; `undefined` where it has no HTTP API now. */
  readonly ask: () => Promise<readonly ActiveCall[] | undefined>
  readonly pollSeconds: () => number
  readonly timers: Timers
  readonly onCalls: (calls: readonly ActiveCall[]) => void
  /** Told how each question ended: `undefined` when the PBX answered; `failures`: how many failed running. */
  readonly onOutcome: (error: unknown, failures: number) => void
}

const longestBackOffMs = 60_000
/** A PBX that refuses the command will do so until somebody changes it, and may lock who asks too often. */
const longestAfterRefusalMs = 600_000

/**
 * Asks the PBX for its active calls every `pollSeconds`, one question at a time: the next one waits for the answer. After
 * failures in a row the pauses double. Returns what ends it.
 */
export function pollActiveCalls(options: PollOptions): () => void {
  const { timers } = options
  let failures = 0
  let timer: unknown
  let isStopped = false

  const ask = async (): Promise<void> => {
    let longestMs = longestBackOffMs
    try {
      const calls = await options.ask()
      if (isStopped) return
      failures = 0
      if (calls !== undefined) {
        options.onOutcome(undefined, 0)
        options.onCalls(calls)
      }
    } catch (error) {
      if (isStopped) return
      failures++
      if (isRefusal(error)) longestMs = longestAfterRefusalMs
      options.onOutcome(error, failures)
    }
    arm(longestMs)
  }
  const arm = (longestMs: number): void => {
    const everyMs = options.pollSeconds() * 1000
    const pauseMs = Math.min(Math.max(longestMs, everyMs), everyMs * 2 ** failures)
    timer = timers.set(() => void ask(), pauseMs)
  }

  void ask()
  return () => {
    isStopped = true
    timers.clear(timer)
  }
}

/** Whether asking again helps only after somebody has changed something in the PBX. */
export function isRefusal(error: unknown): boolean {
  return isPbxError(error, 'denied') || isUnknownCommand(error)
}
