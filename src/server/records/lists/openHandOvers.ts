import type { Roles } from '../../../domain/roles.ts'
import type { ChainLink, HistoryRow } from './chainLink.ts'

/**
 * When those began, epoch ms, whom a queue handed over to somebody of whom nothing is known: what became of
 * them cannot be told yet. What walls know (`isKnown`) is theirs to tell.
 */
export function openHandOvers(
  chains: readonly (readonly ChainLink[])[],
  isKnown: (row: HistoryRow) => boolean,
  roles: Roles,
): readonly number[] {
  const isOpen = ({ row, parties, endedAt }: ChainLink): boolean =>
    row.state === 'TransferCompleted' &&
    endedAt === undefined &&
    roles.of(parties.callee) === 'queue' &&
    !isKnown(row)
  return chains.flat().flatMap((link) => (isOpen(link) ? [link.row.startedAt] : []))
}
