import type { Timers } from '../../pbx/timers.ts'
import { rules } from './rules.ts'
import { symptoms } from './signs.ts'
import type { Signs, Symptom } from './signs.ts'

export interface WatchdogOptions {
  readonly timers: Timers
  /** ms of a clock that nobody sets. */
  readonly now: () => number
  readonly read: () => Signs
  /** Whether a reload for this is due; from then on it is not. */
  readonly claim: (symptom: Symptom) => boolean
  /** Whether the page could be had again. */
  readonly isServed: () => Promise<boolean>
  /** Tells the server. */
  readonly note: (sentence: string) => void
  readonly reload: () => void
}

const lookMs = 10_000
/** Between two looks so far apart the machine has slept, and everything that runs in it has stood still. */
const sleptMs = 30_000
/** Reports go to the server every 10 s. */
const reportMs = 20_000

/**
 * Looks after the wall until it is stopped, and reloads the page when the wall is stuck: when a symptom stays for longer
 * than its rule allows, there is a server that has the page, and the last reload is long ago. The server is told why.
 */
export function startWatchdog(options: WatchdogOptions): () => void {
  const { timers, now, read } = options
  let before = read()
  let lookedAt = now()
  let since = new Map<Symptom, number>()
  let decidedAt: number | undefined
  let timer: unknown
  let isOver = false

  const stuckBy = (): Symptom | undefined =>
    (Object.keys(rules) as Symptom[]).find(
      (symptom) => lookedAt - (since.get(symptom) ?? Infinity) >= rules[symptom].patienceMs,
    )

  const takeIn = (signs: Signs): void => {
    const hasSlept = now() - lookedAt > sleptMs
    const found = new Map<Symptom, number>()
    for (const symptom of Object.keys(symptoms) as Symptom[]) {
      if (!hasSlept && symptoms[symptom](before, signs)) {
        found.set(symptom, since.get(symptom) ?? lookedAt)
      }
    }
    since = found
    lookedAt = now()
    before = signs
  }

  const act = async (symptom: Symptom): Promise<void> => {
    if (!(await options.isServed().catch(() => false)) || isOver) return
    if (decidedAt === undefined) {
      if (!options.claim(symptom)) return
      decidedAt = now()
      const seconds = Math.round((now() - (since.get(symptom) ?? now())) / 1000)
      options.note(`The wall is stuck (${symptom}) for ${seconds} s: it reloads itself.`)
    } else if (now() - decidedAt >= reportMs) {
      stop()
      options.reload()
    }
  }

  const look = async (): Promise<void> => {
    try {
      takeIn(read())
      const symptom = stuckBy()
      if (symptom === undefined) decidedAt = undefined
      else await act(symptom)
    } finally {
      lookLater()
    }
  }
  const lookLater = (): void => {
    if (!isOver) timer = timers.set(() => void look(), lookMs)
  }
  const stop = (): void => {
    isOver = true
    timers.clear(timer)
  }

  lookLater()
  return stop
}
