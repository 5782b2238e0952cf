/** The largest of values that may be taken back until they are settled. */
export interface Maximum {
  add(value: number): void
  /** Takes back a value that was added and not settled. */
  remove(value: number): void
  /** The value will not be taken back any more, so that only the largest of these need be kept. */
  settle(value: number): void
  /** `undefined` when there is none. */
  get(): number | undefined
}

export function createMaximum(): Maximum {
  const open = new Map<number, number>()
  let settled: number | undefined
  let largest: number | undefined
  let isStale = false

  const takeOut = (value: number): void => {
    const count = open.get(value) ?? 0
    if (count > 1) open.set(value, count - 1)
    else open.delete(value)
  }

  return {
    add(value) {
      open.set(value, (open.get(value) ?? 0) + 1)
      largest = larger(largest, value)
    },
    remove(value) {
      takeOut(value)
      isStale ||= value === largest
    },
    settle(value) {
      takeOut(value)
      settled = larger(settled, value)
    },
    get() {
      if (isStale) {
        largest = settled
        for (const value of open.keys()) largest = larger(largest, value)
        isStale = false
      }
      return largest
    },
  }
}

/** The larger of what there is of two values. */
export function larger(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.max(one, other)
}
