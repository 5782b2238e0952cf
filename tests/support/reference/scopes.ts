import type { CentreSettings } from '../../../src/domain/settings.ts'
import { legsOf } from './calls.ts'
import type { Call } from './calls.ts'
import type { People } from './people.ts'
import { isAfter, peopleStay, queueStays } from './stays.ts'
import type { Stay } from './stays.ts'
import { settle } from './visits.ts'
import type { Visit } from './visits.ts'

/** What decides how visits are read. */
interface View {
  readonly settings: CentreSettings
  readonly people: People
  readonly now: number
}

/** The visits of `queue:5000`, `team:ID` or `all`. */
export function visitsOfScope(scope: string, calls: readonly Call[], view: View): readonly Visit[] {
  const { teams } = view.settings
  if (scope.startsWith('queue:')) return queueVisits([scope.slice('queue:'.length)], calls, view)
  if (scope === 'all') {
    const queues = new Set(teams.flatMap((team) => team.queues))
    const agents = teams.filter((team) => team.queues.length === 0).flatMap((team) => team.agents)
    const extensions = agents.flatMap((agent) => agent.extensions)
    return [
      ...queueVisits([...queues], calls, view),
      ...calls.flatMap((call) => {
        const stay = peopleStay(call, view.people, extensions)
        if (stay === undefined || wasQueued(call, stay, view.people)) return []
        return [settle(stay, view.settings, view.people, view.now)]
      }),
    ]
  }
  const team = teams.find(({ id }) => scope === `team:${id}`)
  if (team === undefined) return []
  if (team.queues.length > 0) return queueVisits(team.queues, calls, view)
  const extensions = team.agents.flatMap((agent) => agent.extensions)
  return calls.flatMap((call) => {
    const stay = peopleStay(call, view.people, extensions)
    return stay === undefined ? [] : [settle(stay, view.settings, view.people, view.now)]
  })
}

function queueVisits(
  queues: readonly string[],
  calls: readonly Call[],
  { settings, people, now }: View,
): readonly Visit[] {
  const stays = calls.flatMap((call) => queueStays(call, people))
  return stays
    .filter(({ queue }) => queues.includes(queue))
    .map((stay) => settle(stay, settings, people, now))
}

/** Whether the call had reached a queue when the phone rang. */
function wasQueued(call: Call, { arrival }: Stay, people: People): boolean {
  return legsOf(call).some((leg) => people.isQueue(leg.callee) && isAfter(arrival, leg))
}
