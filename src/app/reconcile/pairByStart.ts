import type { ActiveEvent } from '../../contract/serverEvents.ts'
import { currentLeg } from '../../domain/session.ts'
import type { Session } from '../../domain/session.ts'

export type ListedCall = ActiveEvent['calls'][number]

/** The PBX's own clock tells when a listed call began, ms. */
const sameStartMs = 3_000

/**
 * Which listed call is which session where the list has ids of its own: they share a party that is not masked, and begin
 * within 3 s. Whoever could be two is nobody. Session id -> call id.
 */
export function pairByStart(
  calls: readonly ListedCall[],
  sessions: readonly Session[],
): ReadonlyMap<string, string> {
  const candidates = sessions.flatMap((session) =>
    calls.filter((call) => mayBe(call, session)).map((call) => [session.id, call.id] as const),
  )
  const isOnly = (id: string, place: 0 | 1): boolean =>
    candidates.filter((pair) => pair[place] === id).length === 1
  return new Map(candidates.filter(([session, call]) => isOnly(session, 0) && isOnly(call, 1)))
}

function mayBe({ source, destination, startedAt }: ListedCall, session: Session): boolean {
  if (startedAt === undefined || Math.abs(startedAt - session.openedAt) > sameStartMs) return false
  const { caller, callee } = currentLeg(session)
  return (source !== '' && source === caller) || (destination !== '' && destination === callee)
}
