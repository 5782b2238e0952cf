import type { WireExtension, WireUser } from '../gatewayProtocol.ts'
import type { Cache } from './cache.ts'
import type { Session } from './session.ts'
import { sessionStateOf } from './words.ts'

/** An object from ids to items, as pages read it with `for..in`. */
export type ById<Item> = Readonly<Record<string, Item>>

/** `OzWebClient.helper`: reads what the script already holds. Without a connection there is nothing. */
export interface Helper {
  getExtensionById(id: string): WireExtension | null
  getExtensions(): ById<WireExtension>
  getExtensionsByType(extensionType: string): ById<WireExtension>
  getOutsideLineById(id: string): WireExtension | null
  getOutsideLines(): ById<WireExtension>
  getOutsideLinesByType(outsideLineType: string): ById<WireExtension>
  getActiveCallsOfExtension(extensionId: string): ById<Session>
  getActiveCallsOfUser(userId: string): ById<Session>
  getActiveSessionById(sessionId: string): Session | null
  /** The state in any spelling. */
  getActiveSessionsBySessionState(sessionState: string): ById<Session>
  /** Asks the PBX; the answer comes to `onCallHistoryInfoReceived`. */
  getCallHistoryOfExtension(extensionId: string, properties?: object): void
  getUserByExtension(extensionId: string): WireUser | null
  getUserById(userId: string): WireUser | null
}

/** The helper over what `cache` gives at the time of each call. */
export function createHelper(
  cache: () => Cache,
  askHistory: (properties: object, extensionId: string) => void,
): Helper {
  const sessions = (accepts: (session: Session) => boolean): ById<Session> => {
    const alive = Array.from(cache().sessions.values(), ({ session }) => session)
    return Object.fromEntries(
      alive.filter(accepts).map((session) => [session.sessionId, session] as const),
    )
  }
  const isOf = (session: Session, ids: readonly string[]): boolean =>
    [session.caller, session.callee, session.source, session.destination].some((party) =>
      ids.includes(party),
    )

  return {
    getExtensionById: (id) => cache().extensions.get(id) ?? null,
    getExtensions: () => Object.fromEntries(cache().extensions),
    getExtensionsByType: (type) => ofType(cache().extensions, type),
    getOutsideLineById: (id) => cache().outsideLines.get(id) ?? null,
    getOutsideLines: () => Object.fromEntries(cache().outsideLines),
    getOutsideLinesByType: (type) => ofType(cache().outsideLines, type),
    getActiveCallsOfExtension: (id) => sessions((session) => isOf(session, [id])),
    getActiveCallsOfUser(userId) {
      const devices = cache().users.get(userId)?.devices ?? []
      return sessions((session) => isOf(session, devices))
    },
    getActiveSessionById: (id) => cache().sessions.get(id)?.session ?? null,
    getActiveSessionsBySessionState(sessionState) {
      const wanted = sessionStateOf(sessionState)
      return sessions((session) => session.sessionState === wanted)
    },
    getCallHistoryOfExtension: (id, properties = {}) => askHistory(properties, id),
    getUserByExtension: (id) =>
      Array.from(cache().users.values()).find(({ devices }) => devices.includes(id)) ?? null,
    getUserById: (id) => cache().users.get(id) ?? null,
  }
}

function ofType(items: ReadonlyMap<string, WireExtension>, wanted: string): ById<WireExtension> {
  const type = wanted.toLowerCase()
  return Object.fromEntries(
    Array.from(items).filter(([, item]) => item.type.toLowerCase() === type),
  )
}
