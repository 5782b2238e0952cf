/** Things that fall due at known moments (epoch ms), handed out in that order; equal moments as they were added. */
export interface Dues<T> {
  add(at: number, item: T): void
  /** The first thing due at or before `now`, taken out; `undefined` when there is none. */
  take(now: number): { readonly at: number; readonly item: T } | undefined
}

/** A binary heap: adding and taking cost the logarithm of what is pending. */
export function createDues<T>(): Dues<T> {
  const heap: { at: number; order: number; item: T }[] = []
  let order = 0

  const isBefore = (one: number, other: number): boolean => {
    const [a, b] = [heap[one], heap[other]]
    if (a === undefined || b === undefined) return false
    return a.at < b.at || (a.at === b.at && a.order < b.order)
  }
  const swap = (one: number, other: number): void => {
    const [a, b] = [heap[one], heap[other]]
    if (a === undefined || b === undefined) return
    heap[one] = b
    heap[other] = a
  }
  const sink = (): void => {
    let parent = 0
    for (;;) {
      const left = 2 * parent + 1
      const child = isBefore(left + 1, left) ? left + 1 : left
      if (!isBefore(child, parent)) return
      swap(child, parent)
      parent = child
    }
  }

  return {
    add(at, item) {
      heap.push({ at, order: order++, item })
      let child = heap.length - 1
      while (child > 0 && isBefore(child, (child - 1) >> 1)) {
        swap(child, (child - 1) >> 1)
        child = (child - 1) >> 1
      }
    },
    take(now) {
      const first = heap[0]
      if (first === undefined || first.at > now) return undefined
      swap(0, heap.length - 1)
      heap.pop()
      sink()
      return first
    },
  }
}
