import type { Roles } from '../../../domain/roles.ts'
import type { SessionState } from '../../../domain/sessionState.ts'
import type { HistoryCall } from '../../../pbx/ozeki/http/getCallHistory.ts'
import { createFollowing, inVain } from './following.ts'
import { partiesOf } from './listedParties.ts'
import type { Parties } from './listedParties.ts'

/** A row of the PBX's history of which it is known when it began and how it ended. */
export interface HistoryRow extends HistoryCall {
  readonly startedAt: number
  readonly state: SessionState
}

/** A row within its call. */
export interface ChainLink {
  readonly row: HistoryRow
  readonly parties: Parties
  /** Begin of the row that it was handed over to, epoch ms; that is its own end. */
  endedAt: number | undefined
}

interface Chained {
  readonly chain: ChainLink[]
  readonly link: ChainLink
}

/**
 * The rows of a history as calls, each in the order of its begin. The PBX links nothing: a queue or service that has
 * answered shows a row that ends TransferCompleted, and a later row of the same caller is what it was handed over to.
 */
export function chainRows(
  rows: readonly HistoryRow[],
  roles: Roles,
): readonly (readonly ChainLink[])[] {
  const chains: ChainLink[][] = []
  const byParty = new Map<string, readonly Chained[]>()
  const links = rows
    .map((row): ChainLink => ({ row, parties: partiesOf(row, roles), endedAt: undefined }))
    .sort((one, other) => one.row.startedAt - other.row.startedAt)
  const following = createFollowing(links, roles)

  for (const link of links) {
    const key = partyOf(link, roles)
    const earlier = (byParty.get(key) ?? []).filter((each) =>
      following.isStillOpen(each.link, link.row.startedAt),
    )
    const before = best(earlier, (each) => following.rank(link, each.link))
    if (before !== undefined && following.takesOver(link, before.link)) {
      before.link.endedAt = link.row.startedAt
    }
    const chain = before?.chain ?? []
    if (before === undefined) chains.push(chain)
    chain.push(link)
    byParty.set(key, [...earlier, { chain, link }])
  }
  return chains
}

/** Of those with the lowest rank the first or, from `inVain` on, the last. */
function best(
  candidates: readonly Chained[],
  rank: (candidate: Chained) => number | undefined,
): Chained | undefined {
  let found: Chained | undefined
  let lowest = Infinity
  for (const candidate of candidates) {
    const own = rank(candidate) ?? Infinity
    if (own > lowest || (own === lowest && own < inVain) || own === Infinity) continue
    lowest = own
    found = candidate
  }
  return found
}

/** The party whose call it is: the outside one, else the caller. */
function partyOf({ row, parties: { caller, callee } }: ChainLink, roles: Roles): string {
  if (roles.of(caller) !== 'outside' && roles.of(callee) === 'outside') return callee
  return caller === '' ? `${row.source} ${row.callerId}` : caller
}
