import { partyId } from '../../../domain/party.ts'
import { textOf } from '../foreign.ts'
import type { OffsetAt } from '../instant.ts'
import type { AnswerNode } from './answer.ts'
import { findText } from './answer.ts'
import type { HttpApiOptions } from './postCommand.ts'

/** How to ask the HTTP API for calls. */
export interface CallListOptions extends HttpApiOptions {
  /** Where the PBX stands: it writes most times without an offset. */
  readonly offsetAt: OffsetAt
}

/** A list may be longer than other answers: some 10,000 calls. */
export const largestList = 4 * 1024 * 1024

/** One call of an answer. */
export interface CallRow {
  readonly id: string
  /** The text of the first element among `names` that has one; empty for none. */
  readonly text: (...names: readonly string[]) => string
  /** The same as a party id. */
  readonly party: (...names: readonly string[]) => string
}

/** The calls of an answer, in its order: whatever has a call id, however the elements around it are called. */
export function callRows(node: AnswerNode): readonly CallRow[] {
  if (typeof node === 'string') return []
  const children = Object.entries(node)
  const id = children.find(([name]) => name.toLowerCase() === 'callid')?.[1]
  const idText = textOf(id)
  if (idText !== '') return [callRow(node, idText)]
  return children.flatMap(([, child]) => callRows(child))
}

function callRow(node: AnswerNode, id: string): CallRow {
  const text = (...names: readonly string[]): string =>
    names.map((name) => textOf(findText(node, name))).find((found) => found !== '') ?? ''
  return { id, text, party: (...names) => partyId(text(...names)) }
}
