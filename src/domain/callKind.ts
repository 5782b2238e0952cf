import { directionOf, newestSession } from './call.ts'
import type { Call } from './call.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import { wasServedBefore } from './stays.ts'
import type { Stop } from './stays.ts'
import type { SessionState } from './sessionState.ts'

/** How a Call that is no visit came out; DESIGN 2.4. */
export type CallOutcome = 'open' | 'answered' | 'noAnswer' | 'busy' | 'failed' | 'lost'

/** A Call of our people that is counted as such: straight from outside, to the outside, or among us. */
export interface CallKind {
  readonly kind: 'direct' | 'outbound' | 'internal'
  /** Our extensions that took part. */
  readonly extensions: readonly string[]
  /** Begin of its first session, epoch ms. */
  readonly startedAt: number
  readonly outcome: CallOutcome
}

/** What kind of Call it is; `undefined` for one that is counted as a visit, or by nobody. */
export function readCallKind(
  call: Call,
  stops: readonly Stop[],
  roles: Roles,
): CallKind | undefined {
  const [first] = call.sessions
  const { caller, callee } = first.legs[0]
  const startedAt = first.openedAt
  switch (directionOf(call, roles)) {
    case 'outbound':
      return { kind: 'outbound', extensions: [caller], startedAt, outcome: outcomeOf(call, roles) }
    case 'internal':
      return roles.of(callee) === 'person'
        ? {
            kind: 'internal',
            extensions: [caller, callee],
            startedAt,
            outcome: outcomeOf(call, roles),
          }
        : undefined
    case 'inbound': {
      if (wasServedBefore(call, roles)) return undefined
      const extensions = rungBeforeQueue(stops)
      return extensions.length === 0
        ? undefined
        : { kind: 'direct', extensions, startedAt, outcome: outcomeOf(call, roles) }
    }
    case 'external':
      return undefined
  }
}

function rungBeforeQueue(stops: readonly Stop[]): readonly string[] {
  const rung: string[] = []
  for (const { role, leg } of stops) {
    if (role === 'queue') break
    if (role === 'person' && leg.rangAt !== undefined) rung.push(leg.callee)
  }
  return rung
}

const unanswered: Partial<Readonly<Record<SessionState, CallOutcome>>> = {
  NotAnswered: 'noAnswer',
  Cancelled: 'noAnswer',
  CallerHungUp: 'noAnswer',
  Ended: 'noAnswer',
  Busy: 'busy',
  CalleeHungUp: 'busy',
}

function outcomeOf(call: Call, roles: Roles): CallOutcome {
  const isAnswered = call.sessions.some(({ legs }) =>
    legs.some(({ answeredAt, callee }) => answeredAt !== undefined && !isMachine(callee, roles)),
  )
  if (isAnswered) return 'answered'
  if (call.sessions.some(({ endedAt }) => endedAt === undefined)) return 'open'
  const last = newestSession(call)
  return last.isLost ? 'lost' : (unanswered[last.state] ?? 'failed')
}
