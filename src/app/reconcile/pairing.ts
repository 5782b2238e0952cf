import type { Session } from '../../domain/session.ts'
import { pairByStart } from './pairByStart.ts'
import type { ListedCall } from './pairByStart.ts'

/**
 * What is known of how a PBX's list of calls goes together with its sessions, for as long as the page lives. That the
 * ids are the same is not documented.
 */
export interface Pairing {
  learn(calls: readonly ListedCall[], sessions: readonly Session[]): void
  /** Whether a session that is not listed any more is likely to be over. */
  isTrusted(): boolean
  /** Whether a listed call without a session of its id is likely to be one that was missed. */
  haveSameIds(): boolean
  /** The id under which a session would be listed. */
  callIdOf(sessionId: string): string
  /** One more session was in the list. */
  witness(): void
  /** A session lived on that was not in the list. */
  contradict(): void
  /** Whether the list holds every session, as far as was ever seen. */
  isComplete(): boolean
}

const fewestPairs = 3
const fewestWitnesses = 5
const mostPairs = 5_000
const mostContradictions = 3
/** So many sessions that are listed as they should outweigh one that is not. */
const witnessesEach = 20

export function createPairing(): Pairing {
  const pairs = new Map<string, string>()
  let haveSameIds = false
  let witnesses = 0
  let contradictions = 0

  const pair = (calls: readonly ListedCall[], sessions: readonly Session[]): void => {
    const taken = new Set(pairs.values())
    const free = calls.filter(({ id }) => !taken.has(id))
    const alive = sessions.filter(({ id, endedAt }) => endedAt === undefined && !pairs.has(id))
    for (const [session, call] of pairByStart(free, alive)) pairs.set(session, call)
    for (const oldest of pairs.keys()) {
      if (pairs.size <= mostPairs) return
      pairs.delete(oldest)
    }
  }

  const isReliable = (): boolean =>
    contradictions < mostContradictions || contradictions * witnessesEach <= witnesses

  return {
    learn(calls, sessions) {
      if (haveSameIds) return
      const ids = new Set(sessions.map(({ id }) => id))
      haveSameIds = calls.some(({ id }) => ids.has(id))
      if (haveSameIds) pairs.clear()
      else pair(calls, sessions)
    },
    isTrusted: () => (haveSameIds || pairs.size >= fewestPairs) && isReliable(),
    haveSameIds: () => haveSameIds,
    callIdOf: (sessionId) => pairs.get(sessionId) ?? sessionId,
    witness() {
      witnesses++
    },
    contradict() {
      contradictions++
    },
    isComplete: () => witnesses >= fewestWitnesses && contradictions === 0,
  }
}
