import type { Mask } from '../../../contract/mask.ts'
import { isSameBegin } from '../../../domain/callRecord.ts'
import type { CallRecord } from '../../../domain/callRecord.ts'
import { partyId } from '../../../domain/party.ts'
import { alikeWithinMs } from '../disk/callTable.ts'
import type { StoredCall } from '../disk/callTable.ts'
import type { ListedSides } from './listedParties.ts'
import { hideNumber } from '../maskRecord.ts'
import { sessionFacts } from '../disk/sessionFacts.ts'
import type { SessionFact } from '../disk/sessionFacts.ts'

/** A call that may be changed before it is stored again. */
export interface Draft {
  /** In the place of which it will be stored. */
  replaced: readonly StoredCall[]
  record: CallRecord
}

/** A draft of a stored call. */
export function draftOf(stored: StoredCall): Draft {
  return { replaced: [stored], record: stored.record }
}

/** Whether a draft is made from lists of the PBX alone. */
export function isListed({ replaced }: Draft): boolean {
  return replaced.every((stored) => stored.isListed)
}

/** Where a session is in the record of a draft now. */
export function placeIn({ record }: Draft, sessionId: string): number {
  return record.sessions.findIndex(({ id }) => id === sessionId)
}

/** A session, and where it is. */
export interface PlacedSession {
  readonly draft: Draft
  readonly fact: SessionFact
}

/** A row of a list of the PBX. */
export interface ListedCall extends ListedSides {
  readonly id: string
  /** Epoch ms; `undefined` where it is not known. */
  readonly startedAt: number | undefined
}

/** Finds the stored session of a row. */
export interface SessionIndex {
  byId(row: ListedCall): PlacedSession | undefined
  /** A session of a wall with the same parties that began within 3 s; none is found twice. */
  alike(row: ListedCall): PlacedSession | undefined
}

/** @param mask by which the parties of stored calls may be hidden */
export function createSessionIndex(drafts: readonly Draft[], mask: Mask): SessionIndex {
  const all = drafts.flatMap((draft) => sessionFacts(draft.record).map((fact) => ({ draft, fact })))
  const byId = new Map<string, PlacedSession[]>()
  for (const placed of all) byId.set(placed.fact.id, [...(byId.get(placed.fact.id) ?? []), placed])
  const used = new Set<PlacedSession>()

  return {
    byId({ id, startedAt }) {
      const found = byId.get(id)?.find(({ fact: { begunAt } }) => {
        return startedAt === undefined || isSameBegin(begunAt, startedAt)
      })
      if (found !== undefined) used.add(found)
      return found
    },
    alike(row) {
      const { startedAt } = row
      if (startedAt === undefined) return undefined
      const found = all.find(
        (placed) =>
          !isListed(placed.draft) &&
          !used.has(placed) &&
          Math.abs(placed.fact.begunAt - startedAt) <= alikeWithinMs &&
          hasParties(row, placed.fact, mask),
      )
      if (found !== undefined) used.add(found)
      return found
    },
  }
}

function hasParties(row: ListedSides, { caller, callee }: SessionFact, mask: Mask): boolean {
  const callers = [row.source, partyId(row.callerId)]
  const callees = [row.destination, row.dialed]
  const includes = (ids: readonly string[], id: string): boolean =>
    ids.includes(id) || (mask !== 'none' && ids.some((each) => hideNumber(each, mask) === id))
  return includes(callers, caller) && includes(callees, callee)
}
