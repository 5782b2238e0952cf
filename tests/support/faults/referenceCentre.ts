import { createCentre } from '../../../src/domain/centre.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import { partyId } from '../../../src/domain/party.ts'
import type { Direction, SessionEvent, SessionFacts } from '../../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../../src/domain/settings.ts'
import type { Exchange, PbxEvent, PbxSession } from '../../../src/emulator/types.ts'

const types = { created: 'opened', changed: 'changed', closed: 'closed' } as const satisfies Record<
  PbxEvent['type'],
  SessionEvent['type']
>

/** A centre that is told every event of an exchange, whatever the faces of the PBX make of it. */
export interface ReferenceCentre {
  readonly centre: Centre
  /**
   * The PBX is away and has forgotten its sessions, until the function that it returns is called: these end there, and
   * nothing begins meanwhile.
   */
  readonly forget: () => () => void
}

/** A centre that knows the exchange as it is now. Ends with it. */
export function referenceCentre(exchange: Exchange, settings: CentreSettings): ReferenceCentre {
  const { clock } = exchange
  const forgotten = new Set<string>()
  let isAway = false
  const centre = createCentre(settings, clock.now())
  centre.apply({
    type: 'directory',
    at: clock.now(),
    entries: exchange.extensions
      .filter(({ type }) => type !== 'OutsideLine')
      .map(({ id, name }) => ({ extension: id, name, online: undefined })),
  })
  const sessions = exchange.active().map(factsOf)
  centre.apply({ type: 'snapshot', at: clock.now(), sessions })
  exchange.subscribe(({ type, session }) => {
    const { sessionId, masterSessionId } = session
    if (type === 'created' && (isAway || forgotten.has(masterSessionId))) forgotten.add(sessionId)
    if (forgotten.has(sessionId)) return
    centre.apply({ type: types[type], at: clock.now(), session: factsOf(session) })
  })
  return {
    centre,
    forget() {
      isAway = true
      const alive = exchange.active().map(({ sessionId }) => sessionId)
      for (const id of alive) forgotten.add(id)
      const at = clock.now()
      centre.apply({
        ...{ type: 'gone', at },
        sessions: alive.map((id) => ({ id, lastSeenAt: at })),
      })
      return () => {
        isAway = false
      }
    },
  }
}

function factsOf(session: PbxSession): SessionFacts {
  return {
    id: session.sessionId,
    masterId: session.masterSessionId,
    state: session.sessionState,
    caller: partyId(session.caller),
    callee: partyId(session.callee),
    callerName: session.callerDisplayName,
    calleeName: session.calleeDisplayName,
    dialed: partyId(session.dialedNumber),
    direction: session.direction.toLowerCase() as Direction,
    startedAt: session.startedAt,
  }
}
