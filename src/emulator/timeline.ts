import { createHeap } from './heap.ts'

interface Entry {
  readonly when: number
  readonly order: number
  action: (() => void) | undefined
}

/** What is still to happen, in the order of its moments; the part that both clocks share. */
export interface Timeline {
  /** The moment of the entry that is running, or of the last one that ran or was passed; epoch ms. */
  now(): number
  isRunning(): boolean
  /** The moment of the earliest entry, epoch ms. */
  nextAt(): number | undefined
  add(when: number, action: () => void): () => void
  /** Runs what is due until `limit()`, asked anew after each entry, and then stands there. */
  run(limit: () => number): void
  clear(): void
}

/** An empty timeline standing at `start`, epoch ms. It never goes back. */
export function createTimeline(start: number): Timeline {
  const entries = createHeap<Entry>((one, other) =>
    one.when === other.when ? one.order < other.order : one.when < other.when,
  )
  let reached = start
  let order = 0
  let isRunning = false

  function earliest(): Entry | undefined {
    let first = entries.first()
    while (first !== undefined && first.action === undefined) {
      entries.pop()
      first = entries.first()
    }
    return first
  }

  return {
    now: () => reached,
    isRunning: () => isRunning,
    nextAt: () => earliest()?.when,
    add(when, action) {
      const entry: Entry = { when: Math.max(when, reached), order: order++, action }
      entries.push(entry)
      return () => {
        entry.action = undefined
      }
    },
    run(limit) {
      if (isRunning) throw new Error('The clock cannot be advanced by what it runs.')
      isRunning = true
      let until = limit()
      try {
        for (let entry = earliest(); entry !== undefined; entry = earliest()) {
          until = limit()
          if (entry.when > until) break
          entries.pop()
          reached = entry.when
          const action = entry.action
          entry.action = undefined
          action?.()
        }
        reached = Math.max(reached, until)
      } finally {
        isRunning = false
      }
    },
    clear: () => entries.clear(),
  }
}
