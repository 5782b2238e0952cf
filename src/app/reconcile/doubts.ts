/** Something on which list and wall disagree. Times are ms of a clock that nobody sets. */
export interface Doubt {
  /** Since the list that showed it first. */
  readonly since: number
  /** Since the first list after the last event that showed it. */
  readonly quietSince: number
  /** How many lists running have shown it. */
  readonly lists: number
}

/** What lists and wall disagree on, by id. */
export interface Doubts {
  /** A list at `at` shows these and no others. `heardAt`: when the PBX last told something. */
  keepOnly(ids: readonly string[], at: number, heardAt: number): void
  get(id: string): Doubt | undefined
  drop(id: string): void
  clear(): void
  ids(): Iterable<string>
  size(): number
  some(test: (doubt: Doubt, id: string) => boolean): boolean
  filter(test: (doubt: Doubt, id: string) => boolean): readonly string[]
}

export function createDoubts(): Doubts {
  let doubts = new Map<string, Doubt>()
  const filter = (test: (doubt: Doubt, id: string) => boolean): readonly string[] =>
    [...doubts].flatMap(([id, doubt]) => (test(doubt, id) ? [id] : []))
  return {
    filter,
    some: (test) => filter(test).length > 0,
    keepOnly(ids, at, heardAt) {
      const next = new Map<string, Doubt>()
      for (const id of ids) {
        const { since = at, quietSince = at, lists = 0 } = doubts.get(id) ?? {}
        next.set(id, {
          since,
          quietSince: heardAt < quietSince ? quietSince : at,
          lists: lists + 1,
        })
      }
      doubts = next
    },
    get: (id) => doubts.get(id),
    drop(id) {
      doubts.delete(id)
    },
    clear() {
      doubts.clear()
    },
    ids: () => doubts.keys(),
    size: () => doubts.size,
  }
}
