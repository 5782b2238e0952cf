import type { Mask } from '../../../contract/mask.ts'
import type { Roles } from '../../../domain/roles.ts'
import type { ActiveCall } from '../../../pbx/ozeki/http/listActiveCalls.ts'
import type { StoredCall } from '../disk/callTable.ts'

/** A call that was listed while nobody watched. */
export interface Followed {
  readonly row: ActiveCall
  /** Epoch ms. */
  readonly begunAt: number
  /** When it was listed last, epoch ms. */
  readonly seenAt: number
  /** Whether its record is made by following the list; a wall's record is left alone. */
  readonly isOwn: boolean
  /** How many lists did not have it any more. */
  readonly missed: number
  /** Id of the call that it continues. */
  readonly after?: string | undefined
}

export interface ListContext {
  readonly stored: readonly StoredCall[]
  readonly idsAgree: boolean
  readonly roles: Roles
  readonly mask: Mask
  /** When the list was made, epoch ms. */
  readonly at: number
}
