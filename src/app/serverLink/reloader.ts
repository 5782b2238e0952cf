import type { Timers } from '../../pbx/timers.ts'
import { mayReload } from './reloadMoment.ts'
import type { ReloadReading } from './reloadMoment.ts'

export interface ReloaderOptions {
  readonly timers: Timers
  /** ms of a clock that nobody sets. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
  readonly read: () => Omit<ReloadReading, 'waitedMs'>
  /** Whether the page could be had again: a reload without a server would leave the wall blank. */
  readonly isServed: () => Promise<boolean>
  readonly reload: () => void
}

/** Reloads the page when it is wanted and the wall is quiet. */
export interface Reloader {
  /** @param spreadMs the longest wait of many walls that want it at the same instant */
  want(spreadMs: number): void
  stop(): void
}

const lookMs = 1_000
const serverAwayMs = 15_000

/** A reloader that nobody has asked for anything. */
export function createReloader(options: ReloaderOptions): Reloader {
  const { timers } = options
  let wantedAt: number | undefined
  let timer: unknown
  let isOver = false

  const lookIn = (ms: number): void => {
    if (!isOver) timer = timers.set(() => void look(), ms)
  }
  const isTime = (): boolean =>
    mayReload({ ...options.read(), waitedMs: options.now() - (wantedAt ?? options.now()) })
  const look = async (): Promise<void> => {
    if (!isTime()) {
      lookIn(lookMs)
    } else if (!(await options.isServed().catch(() => false))) {
      lookIn(serverAwayMs)
    } else if (!isOver) {
      isOver = true
      options.reload()
    }
  }

  return {
    want(spreadMs) {
      if (wantedAt !== undefined) return
      const spread = options.random() * spreadMs
      wantedAt = options.now() + spread
      lookIn(spread)
    },
    stop() {
      isOver = true
      timers.clear(timer)
    },
  }
}
