import type { Call } from './call.ts'
import type { Roles } from './roles.ts'
import type { Session } from './session.ts'
import type { WrapUp } from './wrapUp.ts'

/** What an extension did, as far as its tile needs to know. Times are epoch ms. */
export interface Activity {
  /** Its sessions that are alive, in the order in which they were first heard of. */
  readonly live: ReadonlySet<string>
  /** Start of the site's day in which it last had a session. */
  readonly seenOn: number | undefined
  readonly endedAt: number | undefined
  /** Whether it was seen or told when its last session ended. */
  readonly isEndKnown: boolean
  /** The latest, over or not. */
  readonly wrapUp: WrapUp | undefined
  /** When it last dialled a presence code for going away, and when one for coming back. */
  readonly away: { readonly since: number; readonly reason: string } | undefined
  readonly backAt: number | undefined
}

/** What the world around an agent looks like when his state is read. */
export interface AgentContext {
  readonly roles: Roles
  session(id: string): Session | undefined
  callOfSession(id: string): Call | undefined
  activity(extension: string): Activity | undefined
  /** The directory's name of a party, empty when it has none. */
  nameOf(id: string): string
  isOffline(extension: string): boolean
  /** Whether a snapshot was ever taken. */
  readonly isKnown: boolean
  /** Whether the connection was lost so long ago that no tile keeps its last state. */
  readonly isLongLost: boolean
  readonly dayStart: number
  /** Until when anything is known, epoch ms: now, or when the connection was lost. */
  readonly knownUntil: number
  /** Since when nothing was missed until then, epoch ms. */
  readonly wholeSince: number
  readonly hasNotSeen: boolean
}
