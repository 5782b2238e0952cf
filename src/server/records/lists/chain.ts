import { isMachine } from '../../../domain/roles.ts'
import type { Roles } from '../../../domain/roles.ts'
import type { ChainLink, HistoryRow } from './chainLink.ts'
import { createFollowing, inVain } from './following.ts'
import { partiesOf } from './listedParties.ts'

interface Chained {
  readonly chain: ChainLink[]
  readonly link: ChainLink
}

/** The master that a wall was told of the session of a row; `undefined` where nobody was told one. */
export type MasterOf = (row: HistoryRow) => string | undefined

/**
 * The rows of a history as calls, each in the order of its begin. The PBX's lists link nothing: a queue or service that
 * has answered shows a row that ends TransferCompleted, and a later row of the same caller is what it was handed over
 * to, unless a wall knows better.
 */
export function chainRows(
  rows: readonly HistoryRow[],
  roles: Roles,
  masterOf: MasterOf = () => undefined,
): readonly (readonly ChainLink[])[] {
  const chains: ChainLink[][] = []
  const byParty = new Map<string, readonly Chained[]>()
  const byId = new Map<string, Chained>()
  const links = rows
    .map((row): ChainLink => ({ row, parties: partiesOf(row, roles), endedAt: undefined }))
    .sort(
      (one, other) =>
        one.row.startedAt - other.row.startedAt || turnOf(one, roles) - turnOf(other, roles),
    )
  const following = createFollowing(links, roles)

  const predecessor = (link: ChainLink, earlier: readonly Chained[]): Chained | undefined => {
    const master = masterOf(link.row)
    if (master === link.row.id) return undefined
    const known = master === undefined ? undefined : byId.get(master)
    const rank = (each: Chained): number | undefined => following.rank(link, each.link)
    // After an attended transfer the master is another call's.
    if (known === undefined || partyOf(known.link, roles) !== partyOf(link, roles)) {
      return best(earlier, rank)
    }
    const ofCall = earlier.filter(({ chain }) => chain === known.chain)
    return best(ofCall, rank) ?? known
  }

  for (const link of links) {
    const key = partyOf(link, roles)
    const earlier = (byParty.get(key) ?? []).filter((each) =>
      following.isStillOpen(each.link, link.row.startedAt),
    )
    const before = predecessor(link, earlier)
    if (before !== undefined && following.takesOver(link, before.link)) {
      before.link.endedAt = link.row.startedAt
    }
    const chain = before?.chain ?? []
    if (before === undefined) chains.push(chain)
    chain.push(link)
    byParty.set(key, [...earlier, { chain, link }])
    byId.set(link.row.id, { chain, link })
  }
  return chains
}

/** In one second a machine hands over to a person, seldom a person to a machine. */
function turnOf({ parties: { callee } }: ChainLink, roles: Roles): number {
  return isMachine(callee, roles) ? 0 : 1
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
