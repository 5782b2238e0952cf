import type { Dialect } from '../dialect.ts'
import type { WireExtension, WireSession, WireUser } from '../gatewayProtocol.ts'
import type { Cache } from './cache.ts'
import type { Session } from './session.ts'
import { isMeant, spelledRecord } from './spelling.ts'

/** An object from ids to items, as pages read it with `for..in`; or a list, in a dialect that says so. */
export type Listed<Item> = Readonly<Record<string, Item>> | readonly Item[]

/** An extension, an outside line or a user, with the names of the dialect. */
export type Spelled = Readonly<Record<string, unknown>>

/** `OzWebClient.helper`: reads what the script already holds. Without a connection there is nothing. */
export interface Helper {
  getExtensionById(id: string): Spelled | null
  getExtensions(): Listed<Spelled>
  getExtensionsByType(extensionType: string): Listed<Spelled>
  getOutsideLineById(id: string): Spelled | null
  getOutsideLines(): Listed<Spelled>
  getOutsideLinesByType(outsideLineType: string): Listed<Spelled>
  getActiveCallsOfExtension(extensionId: string): Listed<Session>
  getActiveCallsOfUser(userId: string): Listed<Session>
  getActiveSessionById(sessionId: string): Session | null
  getActiveSessionsBySessionState(sessionState: string): Listed<Session>
  /** Asks the PBX; the answer comes to `onCallHistoryInfoReceived`. */
  getCallHistoryOfExtension(extensionId: string, properties?: object): void
  getUserByExtension(extensionId: string): Spelled | null
  getUserById(userId: string): Spelled | null
}

/** The helper over what `cache` gives at the time of each call. */
export function createHelper(
  cache: () => Cache,
  askHistory: (properties: object, extensionId: string) => void,
  dialect: Dialect,
): Helper {
  const listed = <Item>(items: readonly (readonly [string, Item])[]): Listed<Item> =>
    dialect.helperLists === 'map' ? Object.fromEntries(items) : items.map(([, item]) => item)
  const sessions = (accepts: (wire: WireSession) => boolean): Listed<Session> =>
    listed(
      Array.from(cache().sessions)
        .filter(([, held]) => accepts(held.wire()))
        .map(([id, { session }]) => [id, session] as const),
    )
  const extensions = (
    known: ReadonlyMap<string, WireExtension>,
    accepts: (extension: WireExtension) => boolean,
  ): Listed<Spelled> =>
    listed(
      Array.from(known)
        .filter(([, extension]) => accepts(extension))
        .map(([id, extension]) => [id, spelledRecord({ ...extension }, dialect)] as const),
    )
  const spelled = (item: WireExtension | WireUser | undefined): Spelled | null =>
    item === undefined ? null : spelledRecord({ ...item }, dialect)

  return {
    getExtensionById: (id) => spelled(cache().extensions.get(id)),
    getExtensions: () => extensions(cache().extensions, () => true),
    getExtensionsByType: (type) => extensions(cache().extensions, isOfType(type)),
    getOutsideLineById: (id) => spelled(cache().outsideLines.get(id)),
    getOutsideLines: () => extensions(cache().outsideLines, () => true),
    getOutsideLinesByType: (type) => extensions(cache().outsideLines, isOfType(type)),
    getActiveCallsOfExtension: (id) => sessions((wire) => isOf(wire, [id])),
    getActiveCallsOfUser(userId) {
      const devices = cache().users.get(userId)?.devices ?? []
      return sessions((wire) => isOf(wire, devices))
    },
    getActiveSessionById: (id) => cache().sessions.get(id)?.session ?? null,
    getActiveSessionsBySessionState: (word) =>
      sessions(({ sessionState }) => isMeant(word, sessionState, dialect)),
    getCallHistoryOfExtension: (id, properties = {}) => askHistory(properties, id),
    getUserByExtension: (id) =>
      spelled(Array.from(cache().users.values()).find(({ devices }) => devices.includes(id))),
    getUserById: (id) => spelled(cache().users.get(id)),
  }
}

function isOf(wire: WireSession, ids: readonly string[]): boolean {
  return [wire.caller, wire.callee, wire.source, wire.destination].some((party) =>
    ids.includes(party),
  )
}

function isOfType(wanted: string): (extension: WireExtension) => boolean {
  return ({ type }) => type.toLowerCase() === wanted.toLowerCase()
}
