import type { Call } from './call.ts'
import type { Directory } from './directory.ts'
import type { Roles } from './roles.ts'
import type { Session } from './session.ts'
import type { Sight } from './sight.ts'
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
  readonly directory: Directory
  readonly sight: Sight
  /** Start of the site's present day, epoch ms. */
  dayStart(): number
  readonly hasNotSeen: boolean
}
