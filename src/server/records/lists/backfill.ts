import type { Config } from '../../../contract/config.ts'
import { settingsOf } from '../../../contract/siteOf.ts'
import type { Clock } from '../../../domain/clock.ts'
import { createRoles } from '../../../domain/roles.ts'
import type { Roles } from '../../../domain/roles.ts'
import { without } from '../../../domain/stretch.ts'
import type { Stretch } from '../../../domain/stretch.ts'
import { alikeWithinMs } from '../disk/callTable.ts'
import { fillFromHistory } from './fillFromHistory.ts'
import { longestWaitMs } from './following.ts'
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
  /**
   * Everything that began in [from, now], epoch ms; tells whether it is known what became of all that. Rejects with a
   * `PbxError`.
   */
  fillAll(from: number): Promise<boolean>
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
  const fill = async (from: number, endsOnly: boolean): Promise<boolean> => {
    await learnExtensions()
    const now = clock.now()
    const { rows, whole } = await readHistory(options.history, from, now)
    let unknownAt: readonly number[] = []
    const change: Parameters<Records['amend']>[2] = (stored, idsAgree) => {
      const filled = fillFromHistory({
        ...{ rows, stored, idsAgree, endsOnly },
        roles: roles(),
        mask: storedMask(config()),
      })
      unknownAt = filled.unknownAt
      return filled
    }
    records.amend(from - alikeWithinMs, now, change, endsOnly ? 'quiet' : 'told')
    if (!endsOnly && whole !== undefined) records.addCounted(known(whole, unknownAt))
    return unknownAt.every((at) => now - at > longestWaitMs)
  }

  return {
    fillAll: (from) => fill(from, false),
    async fillEnds(from) {
      await fill(from, true)
    },
    roles,
  }
}

/** A moment that is missing is enough to mark the figures of its time, ms. */
const momentMs = 1

function known(whole: Stretch, unknownAt: readonly number[]): readonly Stretch[] {
  return unknownAt.reduce<readonly Stretch[]>(
    (left, at) => without(left, [at, at + momentMs]),
    [whole],
  )
}
