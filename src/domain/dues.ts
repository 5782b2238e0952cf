/** Things that fall due at known moments (epoch ms), handed out in that order; equal moments as they were added. */
export interface Dues<T> {
  add(at: number, item: T): void
  /** The first thing due at or before `now`, taken out; `undefined` when there is none. */
  take(now: number): { readonly at: number; readonly item: T } | undefined
}

interface Due<T> {
  readonly at: number
  readonly order: number
  readonly item: T
}

/** A binary heap: adding and taking cost the logarithm of what is pending. */
export function createDues<T>(): Dues<T> {
  const heap: Due<T>[] = []
  let order = 0

  /** Puts `due` at `place` or as far above it as it belongs. */
  const rise = (due: Due<T>, place: number): void => {
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || isBefore(parent, due)) break
      heap[place] = parent
      place = above
    }
    heap[place] = due
  }

  /** Puts `due` on top or as far below as it belongs. */
  const sink = (due: Due<T>): void => {
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      const child = isBefore(heap[left + 1], heap[left]) ? left + 1 : left
      const below = heap[child]
      if (below === undefined || isBefore(due, below)) break
      heap[place] = below
      place = child
    }
    heap[place] = due
  }

  return {
    add(at, item) {
      const due = { at, order: order++, item }
      heap.push(due)
      rise(due, heap.length - 1)
    },
    take(now) {
      const first = heap[0]
      if (first === undefined || first.at > now) return undefined
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) sink(last)
      return first
    },
  }
}

function isBefore<T>(one: Due<T> | undefined, other: Due<T> | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}
