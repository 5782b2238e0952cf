import type { Dialect } from '../dialect.ts'
import type { Exchange, PbxExtension } from '../types.ts'
import type { Answer } from './answer.ts'
import { success } from './answer.ts'
import type { Parameters } from './parameters.ts'
import type { Xml } from './xml.ts'
import { element } from './xml.ts'

/** Ozeki 10's words for what an extension is; that for a queue is not documented. */
const ozeki10Types: Readonly<Record<PbxExtension['type'], string>> = {
  SIP: 'Phone',
  Webphone: 'Phone',
  Queue: 'Call queue',
  IVR: 'IVR extension',
  OutsideLine: 'Outside line',
}

/**
 * The extensions with their types and no outside lines; the PBX tells no names here. Ozeki 10 also tells whether they
 * are connected, and filters by `Type`.
 */
export function listExtensions(
  exchange: Exchange,
  parameters: Parameters,
  form: Dialect['httpApi'],
): Answer {
  const own = exchange.extensions.filter(({ type }) => type !== 'OutsideLine')
  if (form === 'xe') return success([element('Extensions', own.map(xeSummary))])
  const wanted = parameters.get('Type').toLowerCase()
  const listed = own.filter(
    ({ type }) => wanted === '' || ozeki10Types[type].toLowerCase() === wanted,
  )
  return success([element('Extensions', listed.map(ozeki10Summary))])
}

function xeSummary({ id, type }: PbxExtension): Xml {
  return element('ExtensionSummary', [element('Id', id), element('Type', type)])
}

function ozeki10Summary({ id, type, isConnected = true }: PbxExtension): Xml {
  return element('ExtensionSummary', [
    element('Id', `${id}@localhost`),
    element('PhoneNumber', id),
    element('Type', ozeki10Types[type]),
    element('State', isConnected ? 'Connected' : 'Disconnected'),
  ])
}
