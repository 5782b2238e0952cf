import type { Config } from '../../contract/config.ts'
import { maskNumber, privacyOf } from '../../contract/mask.ts'
import type { Mask } from '../../contract/mask.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import { isWithheld } from '../../domain/party.ts'

/** How outside numbers are written to disk. */
export function storedMask({ privacy }: Config): Mask {
  if (!privacy.storeMasked) return 'none'
  const { mask } = privacyOf(privacy, {})
  return mask === 'none' ? 'last3' : mask
}

/** How outside numbers are handed to walls. */
export function shownMask({ privacy }: Config): Mask {
  return privacyOf(privacy, {}).mask
}

/** A number as `maskNumber` hides it; one that is hidden already is not hidden further by the same mask. */
export function hideNumber(number: string, mask: Mask): string {
  return mask === 'last3' && number.includes('•') ? number : maskNumber(number, mask)
}

/**
 * The record with its outside numbers hidden. Two numbers of it stay two: where they would become one, the later
 * gets a count behind it.
 */
export function maskRecord(record: CallRecord, mask: Mask): CallRecord {
  if (mask === 'none') return record
  const hidden = hiddenNumbers(record.outside, mask)
  const hide = (party: string): string => hidden.get(party) ?? party
  return {
    ...record,
    sessions: record.sessions.map((session) => ({
      ...session,
      dialed: hidden.get(session.dialed) ?? hideDialed(session.dialed, record.outside, mask),
    })),
    steps: record.steps.map((step) => ({
      ...step,
      ...(step.caller === undefined ? undefined : { caller: hide(step.caller) }),
      ...(step.callee === undefined ? undefined : { callee: hide(step.callee) }),
    })),
    outside: record.outside.map(hide),
  }
}

function hiddenNumbers(numbers: readonly string[], mask: Mask): ReadonlyMap<string, string> {
  const hidden = new Map<string, string>()
  const taken = new Set<string>()
  for (const number of numbers) {
    if (isWithheld(number) || hidden.has(number)) continue
    const plain = hideNumber(number, mask)
    let distinct = plain
    for (let count = 2; taken.has(distinct); count++) distinct = `${plain}${count}`
    taken.add(distinct)
    hidden.set(number, distinct)
  }
  return hidden
}

const tellingDigits = 6

/** What was dialled may be an outside number in another spelling: with a prefix for the line, without one for the country. */
function hideDialed(dialed: string, outside: readonly string[], mask: Mask): string {
  const ending = dialed.slice(-tellingDigits)
  const isOutside =
    ending.length === tellingDigits && outside.some((number) => number.endsWith(ending))
  return isOutside ? hideNumber(dialed, mask) : dialed
}
