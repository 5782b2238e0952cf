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
  /** How often each value is there that may be taken back, of those that are larger than all settled ones. */
  const open = new Map<number, number>()
  let settled = -Infinity
  let largest = -Infinity
  let isStale = false

  return {
    add(value) {
      if (value <= settled) return
      open.set(value, (open.get(value) ?? 0) + 1)
      largest = Math.max(largest, value)
    },
    remove(value) {
      const count = open.get(value) ?? 0
      if (count > 1) open.set(value, count - 1)
      else open.delete(value)
      isStale ||= value === largest
    },
    settle(value) {
      if (value <= settled) return
      settled = value
      for (const other of open.keys()) if (other <= value) open.delete(other)
    },
    get() {
      if (isStale) {
        largest = Math.max(settled, ...open.keys())
        isStale = false
      }
      return largest === -Infinity ? undefined : largest
    },
  }
}

/** The larger of what there is of two values. */
export function larger(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.max(one, other)
}
