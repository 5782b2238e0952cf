import type { Call } from '../../domain/call.ts'

/** How much the PBX says of the end of a session: who ended it, only that it is over, or none has ended yet. */
export type EndWords = 'full' | 'endOnly' | 'unseen'

const tellingStates: ReadonlySet<string> = new Set(['CallerHungUp', 'CalleeHungUp', 'NotAnswered'])

/** What the ends of these calls show of the PBX's vocabulary; one telling end is proof. */
export function endWordsOf(calls: Iterable<Call>): EndWords {
  let found: EndWords = 'unseen'
  for (const { sessions } of calls) {
    for (const { state } of sessions) {
      if (tellingStates.has(state)) return 'full'
      if (state === 'Ended') found = 'endOnly'
    }
  }
  return found
}
