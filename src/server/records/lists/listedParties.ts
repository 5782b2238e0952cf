import type { Mask } from '../../../contract/mask.ts'
import { partyId } from '../../../domain/party.ts'
import type { Roles } from '../../../domain/roles.ts'
import { hideNumber } from '../maskRecord.ts'

/** The part that all of the PBX's lists tell of the two sides of a call. */
export interface ListedSides {
  /** Extensions or outside lines. */
  readonly source: string
  readonly destination: string
  readonly dialed: string
  /** A number from the one PBX or list, a name from the other. */
  readonly callerId: string
}

export interface Parties {
  /** Empty where the PBX does not tell a number. */
  readonly caller: string
  readonly callee: string
}

/** Who talks to whom, as walls hear it: outside it is the number that counts, not the line. */
export function partiesOf(row: ListedSides, roles: Roles): Parties {
  const { source, destination, dialed } = row
  return {
    caller: isOurs(source, roles) ? source : firstNumber(partyId(row.callerId), source),
    callee: isOurs(destination, roles) ? destination : firstNumber(dialed, destination),
  }
}

/** Those of the parties that are none of ours and have a number. */
export function outsideOf(parties: readonly string[], roles: Roles): readonly string[] {
  return [...new Set(parties)].filter((id) => id !== '' && !isOurs(id, roles))
}

/** The party as it may be stored. */
export function storedParty(id: string, roles: Roles, mask: Mask): string {
  return isOurs(id, roles) ? id : hideNumber(id, mask)
}

function isOurs(id: string, roles: Roles): boolean {
  return roles.of(id) !== 'outside'
}

/** Names of people and lines are not stored. */
function firstNumber(...ids: readonly string[]): string {
  return ids.find((id) => /^[+\d*#().\/-]+$/.test(id)) ?? ''
}
