import type { Mask } from '../../../contract/mask.ts'
import type { Roles } from '../../../domain/roles.ts'
import { joinedRecord, withFoundEnd } from './amendRecord.ts'
import type { StoredCall } from '../disk/callTable.ts'
import { chainRows } from './chain.ts'
import type { ChainLink, HistoryRow } from './chain.ts'
import { foundRecord, impliesAnswer } from './foundRecord.ts'
import { outsideOf, storedParty } from './listedParties.ts'
import { maskRecord } from '../maskRecord.ts'
import { createSessionIndex, draftOf, isListed, placeIn } from './sessionIndex.ts'
import type { Draft, PlacedSession, SessionIndex } from './sessionIndex.ts'
import type { AmendmentList } from '../disk/store.ts'

export interface HistoryFill {
  /** Each id once. */
  readonly rows: readonly HistoryRow[]
  readonly stored: readonly StoredCall[]
  readonly roles: Roles
  /** By which parties are hidden on disk. */
  readonly mask: Mask
  /** Whether rows and walls are known to use the same session ids. */
  readonly idsAgree: boolean
  /** Whether calls that nobody knows are left out. */
  readonly endsOnly: boolean
}

/** What the PBX's history adds to the store: ends that nobody saw, calls that nobody saw, and what belongs together. */
export function fillFromHistory(fill: HistoryFill): AmendmentList {
  const { rows, stored, roles } = fill
  const drafts = stored.map(draftOf)
  const index = createSessionIndex(drafts, fill.mask)
  const { placed, hasCommonId } = placeRows(rows, index, fill.idsAgree)
  const chains = chainRows(rows, roles)
  for (const link of chains.flat()) {
    const found = placed.get(link.row)
    if (found !== undefined) fillEnd(found, link, fill)
  }
  const all = new Set(drafts)
  if (!fill.endsOnly) for (const chain of chains) fillCall(all, chain, placed, fill)

  const former = new Set(stored.map(({ record }) => record))
  const amendments = [...all].filter(({ record }) => !former.has(record))
  return { amendments, hasCommonId }
}

/** What lists alone tell of a call is one record; a wall's record of a part of it is left alone. */
function fillCall(
  drafts: Set<Draft>,
  chain: readonly ChainLink[],
  placed: ReadonlyMap<HistoryRow, PlacedSession>,
  { roles, mask }: HistoryFill,
): void {
  const [master] = chain.flatMap(({ row }) => placed.get(row)?.draft ?? [])
  const [first, ...rest] = chain.filter(({ row }) => !placed.has(row))
  let added: Draft | undefined
  if (first !== undefined) {
    const record = foundRecord([first, ...rest], master?.record.id, roles)
    added = { replaced: [], record: maskRecord(record, mask) }
    drafts.add(added)
  }
  const order = chain.map(({ row }) => row.id)
  const known = new Set(chain.flatMap(({ row }) => placed.get(row)?.draft ?? added ?? []))
  const [target, ...others] = [...known].filter((draft) => drafts.has(draft) && isListed(draft))
  if (target === undefined) return
  for (const other of others) {
    target.replaced = [...target.replaced, ...other.replaced]
    target.record = joinedRecord(target.record, other.record, order)
    drafts.delete(other)
  }
}

/** Ids first: what they do not tell is guessed, and only while they may be of different kinds. */
function placeRows(
  rows: readonly HistoryRow[],
  index: SessionIndex,
  idsAgree: boolean,
): { placed: ReadonlyMap<HistoryRow, PlacedSession>; hasCommonId: boolean } {
  const placed = new Map<HistoryRow, PlacedSession>()
  for (const row of rows) {
    const found = index.byId(row)
    if (found !== undefined) placed.set(row, found)
  }
  const hasCommonId = [...placed.values()].some(({ draft }) => !isListed(draft))
  if (idsAgree || hasCommonId) return { placed, hasCommonId }
  for (const row of rows) {
    const found = placed.has(row) ? undefined : index.alike(row)
    if (found !== undefined) placed.set(row, found)
  }
  return { placed, hasCommonId }
}

function fillEnd(
  { draft, fact }: PlacedSession,
  { row, parties, endedAt }: ChainLink,
  { roles, mask }: HistoryFill,
): void {
  if (fact.end === 'told') return
  const stored = (id: string): string => storedParty(id, roles, mask)
  const { caller, callee } = parties
  draft.record = withFoundEnd(draft.record, placeIn(draft, fact.id), {
    state: row.state,
    isAnswered: impliesAnswer(row.state),
    parties: { caller: stored(caller), callee: stored(callee) },
    outside: outsideOf([caller, callee], roles).map(stored),
    at: endedAt,
  })
}
