import { createAudit } from '../../src/app/reconcile/audit.ts'
import type { Verdict } from '../../src/app/reconcile/audit.ts'
import { applySessionEvent, sessionFromEvent } from '../../src/domain/session.ts'
import type { Session } from '../../src/domain/session.ts'
import type { SessionEvent, SessionFacts } from '../../src/domain/sessionEvent.ts'
import type { SessionState } from '../../src/domain/sessionState.ts'

/** A PBX of plain calls, a wall that hears of them, and the lists that the wall holds against what it heard. */
export interface AuditStage {
  /** A call begins, changes or ends at the PBX; `isHeard`: the wall is told at once. */
  tell(id: string, state: SessionState, isHeard?: boolean): void
  /** Time passes, in ms. */
  pass(ms: number): void
  /** The wall gets a list, of these calls or of those alive at the PBX. */
  list(ids?: readonly string[]): void
  conclude(): Verdict | undefined
  /** The wall has connected anew and taken a snapshot of the calls alive, less those that it is not told. */
  reconnect(hidden?: readonly string[]): void
  readonly alive: () => readonly string[]
  readonly now: () => number
  readonly isDoubting: () => boolean
}

export interface AuditStageOptions {
  /** How the list calls a session. @default by its id */
  readonly callIdOf?: (id: string) => string
  /** How far the PBX's clock is ahead, ms. @default 0 */
  readonly startsLaterMs?: number
}

const factsOf = (id: string, state: SessionState, startedAt: number): SessionFacts => ({
  ...{ id, masterId: '', state, caller: `06${id}`, callee: `10${id}` },
  ...{ callerName: '', calleeName: '', dialed: '', direction: undefined, startedAt },
})

/** Begins connected, with no call, long enough ago for lists to count. */
export function createAuditStage({
  callIdOf = (id) => id,
  startsLaterMs = 0,
}: AuditStageOptions = {}): AuditStage {
  const audit = createAudit()
  const living = new Map<string, { readonly startedAt: number; state: SessionState }>()
  let known = new Map<string, Session>()
  let now = 1_000_000
  const isFinal = (state: SessionState): boolean => ['CallerHungUp', 'Cancelled'].includes(state)

  audit.begin(now)
  now += 10_000
  return {
    now: () => now,
    alive: () => [...living.keys()],
    isDoubting: () => audit.isDoubting(),
    tell(id, state, isHeard = true) {
      const { startedAt } = living.get(id) ?? { startedAt: now }
      if (isFinal(state)) living.delete(id)
      else living.set(id, { startedAt, state })
      if (!isHeard) return
      const former = known.get(id)
      const type = former === undefined ? 'opened' : isFinal(state) ? 'closed' : 'changed'
      const event: SessionEvent = { type, at: now, session: factsOf(id, state, startedAt) }
      known.set(
        id,
        former === undefined ? sessionFromEvent(event) : applySessionEvent(former, event),
      )
      audit.hear(event, now)
    },
    pass(ms) {
      now += ms
    },
    list(ids = [...living.keys()]) {
      const calls = ids.map((id) => {
        const startedAt = (living.get(id)?.startedAt ?? 0) + startsLaterMs
        return { id: callIdOf(id), source: `06${id}`, destination: `10${id}`, startedAt }
      })
      audit.compare({ at: now, calls }, [...known.values()], now)
    },
    conclude: () => audit.conclude(now),
    reconnect(hidden = []) {
      known = new Map(
        [...living]
          .filter(([id]) => !hidden.includes(id))
          .map(([id, { startedAt, state }]) => {
            const session = factsOf(id, state, startedAt)
            return [id, sessionFromEvent({ type: 'opened', at: now, session })]
          }),
      )
      audit.begin(now)
    },
  }
}
