import type { Dialect } from '../dialect.ts'
import type { GrantedMessage, WireExtension, WireUser } from '../gatewayProtocol.ts'
import type { HeldSession, Modify } from './session.ts'
import { holdSession } from './session.ts'

/** What the script holds of the PBX while it is connected. */
export interface Cache {
  readonly phoneNumber: string
  readonly sessions: Map<string, HeldSession>
  readonly extensions: ReadonlyMap<string, WireExtension>
  readonly outsideLines: ReadonlyMap<string, WireExtension>
  readonly users: ReadonlyMap<string, WireUser>
}

/** What is held without a connection: nothing. */
export const emptyCache = (): Cache => ({
  phoneNumber: '',
  sessions: new Map(),
  extensions: new Map(),
  outsideLines: new Map(),
  users: new Map(),
})

/** What the gateway told when it let the client in. */
export function filledCache(granted: GrantedMessage, modify: Modify, dialect: Dialect): Cache {
  return {
    phoneNumber: granted.phoneNumber,
    sessions: new Map(
      granted.sessions.map((wire) => [wire.sessionId, holdSession(wire, modify, dialect)] as const),
    ),
    extensions: byId(granted.extensions),
    outsideLines: byId(granted.outsideLines),
    users: byId(granted.users),
  }
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item] as const))
}
