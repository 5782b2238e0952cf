import type { Activity } from './activity.ts'
import type { Call } from './call.ts'
import type { Directory } from './directory.ts'
import type { Roles } from './roles.ts'
import type { Session } from './session.ts'
import type { Sight } from './sight.ts'

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
