import { partyId } from '../../../domain/party.ts'
import { textOf } from '../foreign.ts'
import { findElements, findText } from './answer.ts'
import { postCommand } from './postCommand.ts'
import type { HttpApiOptions } from './postCommand.ts'
import { largestList } from './rows.ts'

/** An extension that the PBX lists; it tells no names here. */
export interface ListedExtension {
  /** As a party id. */
  readonly id: string
  /** What is dialled to reach it, as a party id: Ozeki 10 tells it beside the id, and it may be another one. */
  readonly number: string
  /** A word of the PBX, `SIP` or `IVR extension`; empty where it tells none. Its word for a queue is not documented. */
  readonly type: string
}

/**
 * The extensions of the PBX, as Phone System XE or Ozeki 10 lists them, in its order; outside lines are none. Rejects
 * with a `PbxError`: `denied` when the PBX refuses user or address, else `failed`.
 */
export async function listExtensions(options: HttpApiOptions): Promise<readonly ListedExtension[]> {
  const answer = await postCommand(options, 'ListExtensions', {}, largestList)
  return findElements(answer, 'ExtensionSummary')
    .map((summary) => {
      const id = partyId(textOf(findText(summary, 'Id')))
      const number = partyId(textOf(findText(summary, 'PhoneNumber')))
      return { id: id || number, number: number || id, type: textOf(findText(summary, 'Type')) }
    })
    .filter(({ id }) => id !== '')
}

/** Every text by which calls may name one of `extensions`. */
export function namesOf(extensions: readonly ListedExtension[]): ReadonlySet<string> {
  return new Set(extensions.flatMap(({ id, number }) => [id, number]))
}
