import { createCentre } from '../domain/centre.ts'
import type { Centre } from '../domain/centre.ts'
import { partyId } from '../domain/party.ts'
import type { SessionFacts } from '../domain/sessionEvent.ts'
import type { CentreSettings } from '../domain/settings.ts'
import { steppedClock } from '../emulator/clock.ts'
import { createExchange } from '../emulator/exchange.ts'
import { seededRandom } from '../emulator/random.ts'
import { extensionsOf } from '../emulator/roster.ts'
import type { PbxSession, Roster, Traffic } from '../emulator/types.ts'

const types = { created: 'opened', changed: 'changed', closed: 'closed' } as const

/** A centre that hears of an emulated exchange, and the one clock of both. */
export interface ReplayCentre {
  readonly centre: Centre
  /** Plays all that happens until `when`, epoch ms. Never goes back. */
  readonly advanceTo: (when: number) => void
}

/**
 * An emulated exchange whose events reach a centre directly, with neither driver nor network between them. The centre
 * knows everybody of `roster` as an extension of the PBX, and has been connected since `start`, epoch ms.
 */
export function replayCentre(
  settings: CentreSettings,
  roster: Roster,
  start: number,
  traffic: Traffic,
): ReplayCentre {
  const clock = steppedClock(start)
  const extensions = extensionsOf(roster)
  const exchange = createExchange({ clock, extensions, random: seededRandom(7) })
  const centre = createCentre(settings, start)
  centre.apply({
    type: 'directory',
    at: start,
    entries: extensions
      .filter(({ type }) => type !== 'OutsideLine')
      .map(({ id, name }) => ({ extension: partyId(id), name, online: undefined })),
  })
  centre.apply({ type: 'snapshot', at: start, sessions: [] })
  exchange.subscribe(({ type, session }) => {
    centre.apply({ type: types[type], at: clock.now(), session: factsOf(session) })
  })
  traffic(exchange)
  return {
    centre,
    advanceTo(when) {
      clock.advanceTo(when)
      centre.advance(when)
    },
  }
}

/** A session of the emulated exchange as a driver would tell it. */
function factsOf(session: PbxSession): SessionFacts {
  return {
    id: session.sessionId,
    masterId: session.masterSessionId,
    state: session.sessionState,
    caller: partyId(session.caller),
    callee: partyId(session.callee),
    callerName: session.callerDisplayName,
    calleeName: session.calleeDisplayName,
    dialed: session.dialedNumber,
    direction: undefined,
    startedAt: session.startedAt,
  }
}
