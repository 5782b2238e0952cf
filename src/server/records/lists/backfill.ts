import type { Config } from '../../../contract/config.ts'
import { settingsOf } from '../../../contract/siteOf.ts'
import type { Clock } from '../../../domain/clock.ts'
import { createRoles } from '../../../domain/roles.ts'
import type { Roles } from '../../../domain/roles.ts'
import { alikeWithinMs } from '../disk/callTable.ts'
import { fillFromHistory } from './fillFromHistory.ts'
import { storedMask } from '../maskRecord.ts'
import type { Records } from '../openRecords.ts'
import { readHistory } from './readHistory.ts'
import type { AskHistory } from './readHistory.ts'

export interface BackfillOptions {
  readonly records: Records
  readonly config: () => Config
  /** The site's. */
  readonly clock: Clock
  readonly history: AskHistory
  /** Every text by which the PBX's calls may name one of its extensions. Rejects with a `PbxError`. */
  readonly extensions: () => Promise<ReadonlySet<string>>
}

/** Fills the records from the PBX's history. */
export interface Backfill {
  /** Everything that began in [from, now], epoch ms. Rejects with a `PbxError`. */
  fillAll(from: number): Promise<void>
  /** Only ends of calls that are stored already. Rejects with a `PbxError`. */
  fillEnds(from: number): Promise<void>
  /** Who is ours, as far as config and PBX have told. */
  roles(): Roles
}

/** The PBX is asked again for its extensions after an hour of site time. */
const extensionsLastMs = 3_600_000

export function createBackfill(options: BackfillOptions): Backfill {
  const { records, config, clock } = options
  let extensions: ReadonlySet<string> = new Set()
  let askedAt: number | undefined

  const roles = (): Roles => {
    const known = createRoles(settingsOf(config()))
    known.learnDirectory(extensions)
    return known
  }
  const learnExtensions = async (): Promise<void> => {
    const now = clock.now()
    if (askedAt !== undefined && now - askedAt < extensionsLastMs) return
    extensions = await options.extensions()
    askedAt = now
  }
  const fill = async (from: number, endsOnly: boolean): Promise<void> => {
    await learnExtensions()
    const now = clock.now()
    const { rows, whole } = await readHistory(options.history, from, now)
    const change: Parameters<Records['amend']>[2] = (stored, idsAgree) =>
      fillFromHistory({
        ...{ rows, stored, idsAgree, endsOnly },
        roles: roles(),
        mask: storedMask(config()),
      })
    records.amend(from - alikeWithinMs, now, change, endsOnly ? 'quiet' : 'told')
    if (!endsOnly && whole !== undefined) records.addCounted([whole])
  }

  return {
    fillAll: (from) => fill(from, false),
    fillEnds: (from) => fill(from, true),
    roles,
  }
}
