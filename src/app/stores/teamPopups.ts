import type { Party } from '../../domain/agentState.ts'
import { callEndedAt, directionOf, newestSession, partiesOf } from '../../domain/call.ts'
import type { Call } from '../../domain/call.ts'
import type { Centre } from '../../domain/centre.ts'
import { currentLeg } from '../../domain/session.ts'
import type { PopupView } from '../components/views.ts'

/** How long a popup stays after its Call has ended, ms. */
const farewellMs = 4_000

/** The Calls to announce, newest first: those of the team that moved before our eyes and are not long over. */
export function popupsOf(
  centre: Centre,
  members: ReadonlySet<string>,
  dismissed: ReadonlySet<string>,
  now: number,
): readonly PopupView[] {
  const popups: PopupView[] = []
  for (const call of centre.news()) {
    if (!call.hasMoved || call.sessions[0].isFoundHere || dismissed.has(call.id)) continue
    const endedAt = callEndedAt(call)
    if (endedAt !== undefined && now - endedAt >= farewellMs) continue
    if (isOfTeam(call, members)) popups.push(popupOf(call, centre))
  }
  return popups.reverse()
}

function isOfTeam(call: Call, members: ReadonlySet<string>): boolean {
  return call.sessions.some(({ legs }) =>
    legs.some(({ caller, callee }) => members.has(caller) || members.has(callee)),
  )
}

function popupOf(call: Call, centre: Centre): PopupView {
  const newest = newestSession(call)
  const { caller, callee } = partiesOf(call, centre.roles)
  const named = (party: Party): Party => {
    const name = party.isOutside ? '' : centre.nameOf(party.id)
    return name === '' ? party : { ...party, name }
  }
  return {
    callId: call.id,
    sessionId: newest.id,
    state: newest.state,
    isWaiting:
      newest.endedAt === undefined && centre.roles.of(currentLeg(newest).callee) === 'queue',
    direction: directionOf(call, centre.roles),
    caller: named(caller),
    callee: named(callee),
  }
}
