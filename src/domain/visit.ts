/** How a visit came out; exactly one at every moment, `waiting` until it has another. DESIGN 2.4. */
export type Outcome = 'waiting' | 'answered' | 'abandoned' | 'shortAbandoned' | 'flowedOut' | 'lost'

/** One stay of a Call with one queue, or with a team that has no queues. Times are epoch ms. */
export interface Visit {
  readonly callId: string
  /** `queue:5000`, or `team:ID` for a team without queues. */
  readonly scope: string
  readonly arrivedAt: number
  readonly outcome: Outcome
  /** Arrival to answer or end; `undefined` while it waits, or when nobody saw the wait. */
  readonly waitMs: number | undefined
  /** Counts in the waiting gauge. A visit whose end may yet be followed up does not, though its outcome is open. */
  readonly isInGauge: boolean
  /** When its outcome falls due if nothing follows, epoch ms; `undefined` when there is nothing to wait for. */
  readonly settlesAt: number | undefined
}

export function queueScope(queue: string): string {
  return `queue:${queue}`
}

export function teamScope(team: string): string {
  return `team:${team}`
}

export function isSameVisit(one: Visit, other: Visit): boolean {
  return (
    one.scope === other.scope &&
    one.arrivedAt === other.arrivedAt &&
    one.outcome === other.outcome &&
    one.waitMs === other.waitMs &&
    one.isInGauge === other.isInGauge
  )
}
