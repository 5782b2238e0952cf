import type { Call } from './call.ts'
import type { PartyFiling } from './callsByParty.ts'
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

export function callEntry(call: Call): CallEntry {
  return { call, isGone: false, isChanged: false, counted: nothingCounted(), filing: undefined }
}
