/**
 * How often calls that only the list knows may cost a connection: a PBX may list calls that it never tells its web
 * clients of. Times are ms of a clock that nobody sets.
 */
export interface Patience {
  /** A list holds these calls that nobody here knows. */
  look(strangers: readonly string[]): void
  /** The call is none that the wall could miss. */
  ignore(id: string): void
  isIgnored(id: string): boolean
  /** A connection is given up while these calls are unknown. */
  spend(strangers: readonly string[], at: number): void
  /** Whether the last snapshot told what the list had promised, or none was needed. */
  isFruitful(): boolean
  mayAskAgain(at: number): boolean
  mayTakeSnapshot(at: number): boolean
}

const shortestPauseMs = 60_000
const longestPauseMs = 3_600_000
const mostIgnored = 2_000

export function createPatience(): Patience {
  const ignored = new Set<string>()
  /** Calls that a snapshot should have told. */
  let tried: ReadonlySet<string> = new Set()
  let futile = 0
  let spentAt = -Infinity

  const ignore = (id: string): void => {
    ignored.add(id)
    if (ignored.size <= mostIgnored) return
    for (const oldest of ignored) {
      ignored.delete(oldest)
      return
    }
  }
  const pauseMs = (): number => Math.min(longestPauseMs, shortestPauseMs * 2 ** futile)

  return {
    ignore,
    look(strangers) {
      if (tried.size === 0) return
      const still = strangers.filter((id) => tried.has(id))
      tried = new Set()
      futile = still.length === 0 ? 0 : futile + 1
      for (const id of still) ignore(id)
    },
    isIgnored: (id) => ignored.has(id),
    spend(strangers, at) {
      tried = new Set(strangers)
      spentAt = at
    },
    isFruitful: () => futile === 0,
    mayAskAgain: (at) => futile === 0 || at - spentAt >= pauseMs(),
    mayTakeSnapshot: (at) => at - spentAt >= pauseMs(),
  }
}
