import { XMLParser } from 'fast-xml-parser'
import type { Grant, Tokens } from '../tokens.ts'
import type { Answer } from './answer.ts'
import { failure, success } from './answer.ts'
import type { Parameters } from './parameters.ts'
import { element } from './xml.ts'

const command = 'GenerateSecurityToken'

/** Gives out a token with the rights that the parameter `AuthXml` names. */
export function generateSecurityToken(tokens: Tokens, parameters: Parameters): Answer {
  const authXml = parameters.get('AuthXml').trim()
  if (authXml === '') return failure(302, 'AuthXml', command)
  const document = parseXml(authXml)
  if (document instanceof Error) return failure(300, document.message)
  const grant = readGrant(document)
  if (grant === undefined) return failure(302, 'AuthXml', command)
  return success([element('SecurityToken', tokens.issue(grant))])
}

function parseXml(xml: string): unknown {
  const parser = new XMLParser({ parseTagValue: false, processEntities: false })
  try {
    // Its successor is a package of its own; without it the parser takes almost anything for XML.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return parser.parse(xml, true)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function readGrant(document: unknown): Grant | undefined {
  if (!isRecord(document) || !('SecurityToken' in document)) return undefined
  const token = document['SecurityToken']
  // An element without content is read as an empty text.
  const allow = isRecord(token) ? (token['AllowSessionModification'] ?? 'False') : 'False'
  if (typeof allow !== 'string' || !/^(true|false)$/i.test(allow)) return undefined
  return { allowSessionModification: allow.toLowerCase() === 'true' }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
