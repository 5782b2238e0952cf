import type { Call } from './call.ts'
import { nothingCounted } from './counted.ts'
import type { Counted } from './counted.ts'

/**
 * What is kept of a call that is known, in one place that is changed and never handed out: what is kept under the ids of
 * calls in many places costs more to find, and to forget when nobody has looked at it for long, than to count.
 */
export interface CallEntry {
  call: Call
  /** Merged into another call, or forgotten. */
  isGone: boolean
  /** It has changed, or is no more, since it was counted. */
  isChanged: boolean
  readonly counted: Counted
  /** The latest of its filings with outside parties. */
  filing: PartyFiling | undefined
}

/** The last filing of a call with a party: a link in the chain of the party, and in that of the call. */
export interface PartyFiling {
  readonly party: string
  readonly entry: CallEntry
  readonly order: number
  at: number
  /** Of the same party. */
  older: PartyFiling | undefined
  newer: PartyFiling | undefined
  /** Of the same call with another party. */
  other: PartyFiling | undefined
}

export function callEntry(call: Call): CallEntry {
  return { call, isGone: false, isChanged: false, counted: nothingCounted(), filing: undefined }
}
