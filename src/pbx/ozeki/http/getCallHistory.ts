import type { Direction } from '../../../domain/sessionEvent.ts'
import type { SessionState } from '../../../domain/sessionState.ts'
import { parseInstant } from '../instant.ts'
import type { OffsetAt } from '../instant.ts'
import { parseDirection, parseState } from '../vocabulary.ts'
import type { AnswerNode } from './answer.ts'
import { findText } from './answer.ts'
import { isUnknownCommand } from './commandRefused.ts'
import { postCommand } from './postCommand.ts'
import type { CallListOptions } from './rows.ts'
import { callRows, largestList } from './rows.ts'

/** Which part of the history is wanted. */
export interface HistoryPage {
  /** From 0. */
  readonly pageNumber: number
  readonly rowsPerPage: number
  /** Only calls that started then or later; epoch ms on the PBX's clock. @default all */
  readonly from?: number
}

/** A call that is over. The PBX tells neither how long it rang or lasted nor what it belongs to. */
export interface HistoryCall {
  /** Case counts. */
  readonly id: string
  readonly state: SessionState | undefined
  readonly direction: Direction | undefined
  /** Extensions or outside lines. */
  readonly source: string
  readonly destination: string
  readonly dialed: string
  readonly callerId: string
  /** Epoch ms on the PBX's clock, to the second; `undefined` for what cannot be read. */
  readonly startedAt: number | undefined
}

export interface CallHistory {
  /** How many calls the PBX counts, whether on this page or in all is not documented; `undefined` if it counts none. */
  readonly total: number | undefined
  /** In the PBX's order. */
  readonly calls: readonly HistoryCall[]
}

/**
 * One page of the calls that are over, as Phone System XE (`GetCallHistory`) or Ozeki 10 (`ListCallHistory`) tells
 * them; a PBX that does not know the first command is asked by the second. Rejects with a `PbxError`: `denied` when
 * the PBX refuses user or address, else `failed`.
 */
export async function getCallHistory(
  options: CallListOptions,
  page: HistoryPage,
): Promise<CallHistory> {
  const answer = await ask(options, {
    PageNumber: String(page.pageNumber),
    RowsPerPage: String(page.rowsPerPage),
    From: page.from === undefined ? '' : localStamp(page.from, options.offsetAt),
  })
  const total = findText(answer, 'TotalRecords') || findText(answer, 'NumberOfCalls')
  return {
    total: /^\d{1,9}$/.test(total) ? Number(total) : undefined,
    calls: callRows(answer).map(({ id, text, party }) => ({
      id,
      state: parseState(text('State', 'CallState')),
      direction: parseDirection(text('Direction')),
      source: party('Source'),
      destination: party('Destination'),
      dialed: party('Dialed', 'CallerDialed'),
      callerId: text('CallerId'),
      startedAt: parseInstant(text('StartTime'), options.offsetAt),
    })),
  }
}

async function ask(
  options: CallListOptions,
  fields: Readonly<Record<string, string>>,
): Promise<AnswerNode> {
  try {
    return await postCommand(options, 'GetCallHistory', fields, largestList)
  } catch (error) {
    if (!isUnknownCommand(error)) throw error
    return postCommand(options, 'ListCallHistory', fields, largestList)
  }
}

/** `yyyy-MM-dd HH:mm:ss` in the PBX's local time. */
function localStamp(at: number, offsetAt: OffsetAt): string {
  return new Date(at + offsetAt(at)).toISOString().slice(0, 19).replace('T', ' ')
}
