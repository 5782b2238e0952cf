import { maskNumber } from '../../contract/mask.ts'
import type { Privacy } from '../../contract/mask.ts'
import type { Party } from '../../domain/agentState.ts'

/** A party as this wall may show it: its name, else its number; never more of an outside number than the mask lets through. */
export function labelOf(party: Party, privacy: Privacy, withheld: string): string {
  const number = party.isOutside ? maskNumber(party.id, privacy.mask) : party.id
  const mayName = !party.isOutside || privacy.showsNames
  const name = mayName ? party.name : ''
  if (name === '') return number === '' ? withheld : number
  return number === '' ? name : `${name} ${number}`
}

/** The same where room is short: the name alone, or the number. */
export function shortLabelOf(party: Party, privacy: Privacy, withheld: string): string {
  const isNamed = party.name !== '' && (!party.isOutside || privacy.showsNames)
  return labelOf(isNamed ? { ...party, id: '' } : party, privacy, withheld)
}
