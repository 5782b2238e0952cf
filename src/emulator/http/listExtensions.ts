import type { Exchange } from '../types.ts'
import type { Answer } from './answer.ts'
import { success } from './answer.ts'
import { element } from './xml.ts'

/** The extensions with their types; the PBX tells neither names nor states here, and no outside lines. */
export function listExtensions(exchange: Exchange): Answer {
  const extensions = exchange.extensions
    .filter(({ type }) => type !== 'OutsideLine')
    .map(({ id, type }) => element('ExtensionSummary', [element('Id', id), element('Type', type)]))
  return success([element('Extensions', extensions)])
}
