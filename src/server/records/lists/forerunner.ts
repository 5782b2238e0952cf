import type { Roles } from '../../../domain/roles.ts'
import { isMachine } from '../../../domain/roles.ts'
import { handOverMs } from '../../../domain/linking.ts'
import type { Followed } from './followed.ts'
import { partiesOf } from './listedParties.ts'
import { isTalking, listedState } from './watchedList.ts'

const parallelMs = 1_000

/**
 * The listed call that a new one continues: of the same caller, and being handed over, gone at about the time, or
 * waiting; of several the one that waits longest. `undefined` for none.
 */
export function findForerunner(
  call: Followed,
  others: Iterable<Followed>,
  roles: Roles,
): Followed | undefined {
  const all = [...others]
  const served = new Set(all.flatMap(({ after, missed }) => (missed === 0 && after) || []))
  const candidates = all
    .filter((other) => isSameCaller(other, call) && isInTime(other, call))
    .flatMap((other) => {
      const rank = rankOf(call, other, roles)
      if (rank === undefined) return []
      return [{ other, rank: served.has(other.row.id) ? rank + unlikely : rank }]
    })
    .sort((one, two) => one.rank - two.rank || one.other.begunAt - two.other.begunAt)
  return candidates[0]?.other
}

function isSameCaller({ row }: Followed, call: Followed): boolean {
  return row.source === call.row.source && row.callerId === call.row.callerId
}

function isInTime(other: Followed, call: Followed): boolean {
  return other.missed === 0 || call.begunAt >= other.seenAt - handOverMs
}

/** Behind every rank: somebody else is being handed over from there. */
const unlikely = 10

function rankOf(call: Followed, other: Followed, roles: Roles): number | undefined {
  const isGone = other.missed > 0
  const role = roles.of(partiesOf(other.row, roles).callee)
  if (isMachine(partiesOf(call.row, roles).callee, roles)) {
    // Who reaches a queue or service while another one of his number waits is a second caller.
    const mayLead = isHandingOver(other) || (isGone && role === 'service')
    return mayLead && role !== 'queue' ? 0 : undefined
  }
  if (isHandingOver(other) || isRingingWith(call, other, roles)) return 0
  if (role === 'queue' || role === 'service') return rankOfMachine(other)
  return isGone ? 3 : undefined
}

function isHandingOver({ row, missed }: Followed): boolean {
  return missed === 0 && listedState(row) === 'Transferring'
}

/** Phones that ring together for one caller. */
function isRingingWith(call: Followed, { row, begunAt }: Followed, roles: Roles): boolean {
  return (
    Math.abs(begunAt - call.begunAt) <= parallelMs &&
    roles.of(row.source) === 'outside' &&
    roles.of(partiesOf(row, roles).callee) === 'person'
  )
}

/** A queue or service that somebody has left comes before one where he still is. */
function rankOfMachine(other: Followed): number | undefined {
  if (other.missed > 0) return 1
  return isTalking(other.row) ? 2 : undefined
}
