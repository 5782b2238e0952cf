import type { Mask } from '../../../contract/mask.ts'
import type { Roles } from '../../../domain/roles.ts'
import { impliesAnswer } from '../../../domain/sessionState.ts'
import { joinedRecord, withFoundEnd, withMaster } from './amendRecord.ts'
import type { StoredCall } from '../disk/callTable.ts'
import { chainRows } from './chain.ts'
import type { MasterOf } from './chain.ts'
import type { ChainLink, HistoryRow } from './chainLink.ts'
import { foundRecord } from './foundRecord.ts'
import { outsideOf, storedParty } from './listedParties.ts'
import { livingRows } from './livingRows.ts'
import { maskRecord } from '../maskRecord.ts'
import { openHandOvers } from './openHandOvers.ts'
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

export interface HistoryFilled extends AmendmentList {
  /** When calls began, epoch ms, of which nobody can tell yet what became of them. */
  readonly unknownAt: readonly number[]
}

/** What the PBX's history adds to the store: ends that nobody saw, calls that nobody saw, and what belongs together. */
export function fillFromHistory(fill: HistoryFill): HistoryFilled {
  const { rows, stored, roles } = fill
  const drafts = stored.map(draftOf)
  const index = createSessionIndex(drafts, fill.mask)
  const { placed, hasCommonId } = placeRows(rows, index, fill.idsAgree)
  const told = new Set([...placed.values()].map(({ fact }) => fact.id))
  const living = livingRows(drafts, (id) => told.has(id))
  const all = new Map([...placed, ...living])
  const masterOf: MasterOf = (row) => toldMaster(all.get(row))
  const chains = chainRows([...rows, ...living.keys()], roles, masterOf)
  for (const link of chains.flat()) {
    const found = placed.get(link.row)
    if (found !== undefined) fillEnd(found, link, fill)
  }
  const kept = new Set(drafts)
  for (const chain of fill.endsOnly ? [] : chains) {
    fillCall(kept, chain, all, fill)
    linkWalls(chain, all)
  }

  const former = new Set(stored.map(({ record }) => record))
  const amendments = [...kept].filter(({ record }) => !former.has(record))
  const isWalls = (row: HistoryRow): boolean => {
    const found = all.get(row)
    return found !== undefined && !isListed(found.draft)
  }
  return { amendments, hasCommonId, unknownAt: openHandOvers(chains, isWalls, roles) }
}

/** The lists of the PBX tell no masters: what is in their records is guessed. */
function toldMaster(placed: PlacedSession | undefined): string | undefined {
  if (placed === undefined || isListed(placed.draft)) return undefined
  const { draft, fact } = placed
  return draft.record.sessions[placeIn(draft, fact.id)]?.masterId || undefined
}

/** What lists alone tell of a call is one record; a wall's record of a part of it is left alone. */
function fillCall(
  drafts: Set<Draft>,
  chain: readonly ChainLink[],
  placed: ReadonlyMap<HistoryRow, PlacedSession>,
  { roles, mask }: HistoryFill,
): void {
  const [first, ...rest] = chain.filter(({ row }) => !placed.has(row))
  let added: Draft | undefined
  if (first !== undefined) {
    const record = foundRecord([first, ...rest], masterOfRest(chain, first, placed), roles)
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

/** What the sessions of a chain that nobody knows continue, from `first` on; `undefined`: nothing. */
function masterOfRest(
  chain: readonly ChainLink[],
  first: ChainLink,
  placed: ReadonlyMap<HistoryRow, PlacedSession>,
): string | undefined {
  const [draft] = chain.flatMap(({ row }) => placed.get(row)?.draft ?? [])
  if (draft === undefined || first !== chain[0]) return draft?.record.id
  // After an attended transfer the later session names a master of another call.
  const told = draft.record.sessions[0]?.masterId ?? ''
  const ownIds = ['', draft.record.id, ...chain.map(({ row }) => row.id)]
  return ownIds.includes(told) ? undefined : draft.record.id
}

/** A wall that was told no master of a call's later session learns from the others what it continues. */
function linkWalls(
  [head, ...later]: readonly ChainLink[],
  placed: ReadonlyMap<HistoryRow, PlacedSession>,
): void {
  if (head === undefined) return
  const first = placed.get(head.row)
  for (const { row } of later) {
    const found = placed.get(row)
    if (found === undefined || isListed(found.draft) || found.draft === first?.draft) continue
    found.draft.record = withMaster(found.draft.record, first?.fact.id ?? head.row.id)
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
