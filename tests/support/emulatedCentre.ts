import { createCentre } from '../../src/domain/centre.ts'
import type { Centre } from '../../src/domain/centre.ts'
import { partyId } from '../../src/domain/party.ts'
import type { SessionFacts } from '../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../src/domain/settings.ts'
import { steppedClock } from '../../src/emulator/clock.ts'
import { createExchange } from '../../src/emulator/exchange.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import { extensionsOf } from '../../src/emulator/roster.ts'
import type { PbxSession, Roster, Traffic } from '../../src/emulator/types.ts'

/** A session of the emulated exchange as a driver would tell it. */
export function factsOf(session: PbxSession): SessionFacts {
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

/** An emulated exchange whose events reach a centre directly, with neither driver nor network between them. */
export function emulatedCentre(
  settings: CentreSettings,
  roster: Roster,
  start: number,
  traffic: Traffic,
): { centre: Centre; advanceTo: (when: number) => void } {
  const clock = steppedClock(start)
  const extensions = extensionsOf(roster)
  const exchange = createExchange({ clock, extensions, random: seededRandom(7) })
  const centre = createCentre(settings, start)
  const types = { created: 'opened', changed: 'changed', closed: 'closed' } as const
  centre.apply({
    type: 'directory',
    at: start,
    entries: extensions
      .filter(({ type }) => type !== 'OutsideLine')
      .map(({ id, name }) => ({ extension: id, name, online: undefined })),
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
