import type { SessionState } from '../../../domain/sessionState.ts'
import type { HistoryCall } from '../../../pbx/ozeki/http/getCallHistory.ts'
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
