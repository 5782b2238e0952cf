import type { Config } from '../../src/contract/config.ts'
import { fixedConfig } from '../../src/server/configSource.ts'
import type { ConfigSource } from '../../src/server/configSource.ts'
import type { MachineTime } from '../../src/server/machineTime.ts'
import { createManualTimers } from './manualTimers.ts'

/** What a wall server is started with so that its time is stepped, and its questions to the PBX are waited for. */
export interface SteppedServer {
  readonly time: MachineTime
  readonly fetch: typeof globalThis.fetch
  readonly configSource: (config: Config) => ConfigSource
  /** Moves its time on, ms. */
  pass(ms: number): void
  /** Tells all who read its stream the config again, for a mark in it. */
  mark(): void
  /** Resolves when every question to the PBX has been answered and dealt with; those that are held are not waited for. */
  settle(): Promise<void>
  /** Whether an answer to a wall waits for its own time, or for the PBX. */
  isHolding(): boolean
  /** Grows with everything that it does by itself. */
  steps(): number
}

/** As long as the PBX's HTTP API is waited for, ms. */
const patienceMs = 10_000
/** Only a request for a token waits for so short a time, ms. */
const shortestTimerMs = 1_000

/** @param isSilent whether the PBX's HTTP API leaves questions without an answer now */
export function createSteppedServer(isSilent: () => boolean): SteppedServer {
  const timers = createManualTimers()
  const asking = new Set<Promise<unknown>>()
  const pauses = new Set<unknown>()
  const listeners = new Set<(config: Config) => void>()
  let held = 0
  let steps = 0
  let known: Config | undefined

  const ask = async (...[url, init]: Parameters<typeof fetch>): Promise<Response> => {
    const abort = new AbortController()
    const timer = timers.set(() => abort.abort(), patienceMs)
    try {
      const response = await fetch(url, { ...init, signal: abort.signal })
      return new Response(await response.arrayBuffer(), response)
    } finally {
      timers.clear(timer)
    }
  }

  return {
    time: {
      now: () => timers.now(),
      set(action, delayMs) {
        const handle = timers.set(() => {
          steps++
          pauses.delete(handle)
          action()
        }, delayMs)
        if (delayMs <= shortestTimerMs) pauses.add(handle)
        return handle
      },
      clear(handle) {
        pauses.delete(handle)
        timers.clear(handle)
      },
    },
    async fetch(...request) {
      steps++
      const answer = ask(...request)
      if (isSilent()) {
        held++
        return answer.finally(() => {
          held--
          steps++
        })
      }
      asking.add(answer)
      try {
        return await answer
      } finally {
        asking.delete(answer)
        steps++
      }
    },
    configSource(config) {
      known = config
      return {
        ...fixedConfig(config),
        onChange(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      }
    },
    pass: (ms) => timers.pass(ms),
    mark() {
      if (known === undefined) return
      for (const listener of listeners) listener(known)
    },
    async settle() {
      do {
        await Promise.allSettled([...asking])
        // What an answer causes is done when all that is due now has had its turn.
        for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
      } while (asking.size > 0)
    },
    isHolding: () => held > 0 || pauses.size > 0,
    steps: () => steps,
  }
}
