import type { TeamSettings } from '../../../src/domain/settings.ts'
import { directionOf, legsOf } from './calls.ts'
import type { Call } from './calls.ts'
import { hasAgentAt } from './people.ts'
import type { People } from './people.ts'
import { answeredAt, rangAt } from './sessions.ts'
import type { Leg } from './sessions.ts'

/** Calls that are no visits, as one team counts them, or all (`team` undefined). */
export interface CallCounts {
  readonly direct: number
  readonly outbound: number
  readonly outboundAnswered: number
  readonly internal: number
}

/** `calls`: those that began in the window. */
export function countCalls(
  calls: readonly Call[],
  teams: readonly TeamSettings[],
  team: TeamSettings | undefined,
  people: People,
): CallCounts {
  const counting = team === undefined ? teams : [team]
  const isHere = (extension: string): boolean => counting.some((one) => hasAgentAt(one, extension))
  const outbound = calls.filter(
    (call) => directionOf(call, people) === 'outbound' && isHere(firstLeg(call).caller),
  )
  const internal = calls.filter((call) => {
    const { caller, callee } = firstLeg(call)
    const isInternal = directionOf(call, people) === 'internal' && people.isPerson(callee)
    return isInternal && (isHere(caller) || isHere(callee))
  })
  const withQueues = counting.filter(({ queues }) => queues.length > 0)
  const direct = calls.filter((call) => {
    const legs = directLegs(call, people)
    // Where all is counted, a call that rings somebody without a queue is a visit.
    if (team === undefined && legs.some(({ callee }) => isWithoutQueue(callee, teams))) return false
    return legs.some(({ callee }) => withQueues.some((one) => hasAgentAt(one, callee)))
  })
  return {
    direct: direct.length,
    outbound: outbound.length,
    outboundAnswered: outbound.filter((call) =>
      legsOf(call).some(
        (leg) =>
          answeredAt(leg) !== undefined &&
          !people.isQueue(leg.callee) &&
          !people.isService(leg.callee),
      ),
    ).length,
    internal: internal.length,
  }
}

/** Whether somebody there is also an agent of a team without queues, where the call is a visit. */
function isWithoutQueue(extension: string, teams: readonly TeamSettings[]): boolean {
  return teams.some((team) => team.queues.length === 0 && hasAgentAt(team, extension))
}

/** The legs of an inbound call in which somebody's phone rang before the call reached any queue. */
function directLegs(call: Call, people: People): readonly Leg[] {
  if (directionOf(call, people) !== 'inbound') return []
  const legs = legsOf(call)
  const queue = legs.findIndex(({ callee }) => people.isQueue(callee))
  return legs
    .slice(0, queue < 0 ? legs.length : queue)
    .filter((leg) => people.isPerson(leg.callee) && rangAt(leg) !== undefined)
}

function firstLeg(call: Call): Leg {
  return call.sessions[0]!.legs[0]!
}
