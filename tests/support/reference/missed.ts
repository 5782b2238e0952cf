import type { SessionState } from '../../../src/domain/sessionState.ts'
import { legsOf } from './calls.ts'
import type { Call } from './calls.ts'
import type { People } from './people.ts'
import { answeredAt, rangAt } from './sessions.ts'
import type { Leg } from './sessions.ts'

/** How much later something may be told that happened at the same moment, ms. */
const togetherMs = 1_000
const byCallee: readonly SessionState[] = ['NotAnswered', 'Busy', 'CalleeHungUp']

/** When calls from outside at the agent's `extensions` were missed, epoch ms; DESIGN 2.4. */
export function missedAt(
  extensions: readonly string[],
  calls: readonly Call[],
  people: People,
): readonly number[] {
  return calls.flatMap((call) =>
    legsOf(call)
      .filter((leg) => extensions.includes(leg.callee) && people.isOutside(leg.caller))
      .filter((leg) => isMissed(leg, call, people))
      .map(({ to }) => to!.at),
  )
}

function isMissed(leg: Leg, call: Call, people: People): boolean {
  const { session, to } = leg
  if (rangAt(leg) === undefined || answeredAt(leg) !== undefined || to === undefined) return false
  if (isAnsweredElsewhere(leg, call, people)) return false
  const isPassedOn = to !== session.end
  if (isPassedOn) return true
  if (session.isLost || session.state === 'CallerHungUp') return false
  if (byCallee.includes(session.state)) return true
  return call.sessions.some(({ end }) => end === undefined || end.at > to.at + togetherMs)
}

/** Whether another phone that rang beside it was answered. */
function isAnsweredElsewhere(leg: Leg, call: Call, people: People): boolean {
  return legsOf(call).some((other) => {
    const [rang, answered] = [rangAt(other), answeredAt(other)]
    if (other === leg || !people.isPerson(other.callee)) return false
    if (rang === undefined || answered === undefined) return false
    return rang < leg.to!.at && answered >= leg.from.at && answered <= leg.to!.at + togetherMs
  })
}
