/** How a visit came out; exactly one at every moment, `waiting` until it has another. DESIGN 2.4. */
export type Outcome = 'waiting' | 'answered' | 'abandoned' | 'shortAbandoned' | 'flowedOut' | 'lost'

/** One stay of a Call with one queue, or with a team that has no queues. Times are epoch ms. */
export interface Visit {
  readonly callId: string
  /** `queue:5000`, or `team:ID` for a team without queues. */
  readonly scope: string
  readonly arrivedAt: number
  readonly outcome: Outcome
  /** When it got its outcome; `undefined` while it waits, or when nobody saw the moment. */
  readonly outcomeAt: number | undefined
  /** Arrival to answer or end; `undefined` while it waits, or when nobody saw the wait. */
  readonly waitMs: number | undefined
  /** Counts in the waiting gauge. A visit whose end may yet be followed up does not, though its outcome is open. */
  readonly isInGauge: boolean
  /** Out without an answer, though a session of it ended as only an answered one does: an answer may have been missed. */
  readonly isInDoubt: boolean
  /** Somebody talks with the caller, or holds him. */
  readonly isInService: boolean
  /** Talk with persons once it is over, ms; `undefined` before, or when part of it was not seen. */
  readonly talkMs: number | undefined
  /** Talk, hold and wrap-up once all of it is over, ms; `undefined` before, or when part of it was not seen. */
  readonly handleMs: number | undefined
  /** When its outcome falls due if nothing follows; `undefined` when there is nothing to wait for. */
  readonly settlesAt: number | undefined
}

/** The visits of `/all` to agents of teams without queues: one for a Call, however many such teams it rings. */
export const everyTeamScope = 'team:*'

export function queueScope(queue: string): string {
  return `queue:${queue}`
}

export function teamScope(team: string): string {
  return `team:${team}`
}

/** Whether two readings of a visit count the same. */
export function isSameVisit(one: Visit, other: Visit): boolean {
  return (
    isSameArrival(one, other) &&
    one.isInGauge === other.isInGauge &&
    one.isInService === other.isInService &&
    one.talkMs === other.talkMs &&
    one.handleMs === other.handleMs
  )
}

/** Whether two readings of a visit tell of the same wait with the same outcome, whatever persons did for it since. */
export function isSameArrival(one: Visit, other: Visit): boolean {
  return (
    one.outcome === other.outcome &&
    one.waitMs === other.waitMs &&
    one.outcomeAt === other.outcomeAt &&
    one.isInDoubt === other.isInDoubt &&
    one.arrivedAt === other.arrivedAt &&
    one.scope === other.scope
  )
}
