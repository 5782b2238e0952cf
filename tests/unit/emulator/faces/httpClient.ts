import { XMLParser } from 'fast-xml-parser'

/** An answer of the HTTP API: its envelope, and the rest by element names. */
export interface Reply {
  readonly Code: string
  readonly Message: string
  readonly SecurityToken?: string
  readonly NumberOfCalls?: string
  readonly ActiveCalls?: { readonly CallInfo?: readonly Record<string, string>[] }
  readonly Calls?: { readonly Call?: readonly Record<string, string>[] }
  readonly Extensions?: { readonly ExtensionSummary?: readonly Record<string, string>[] }
}

const rows = new Set(['CallInfo', 'Call', 'ExtensionSummary'])

/** What an answer says; all values are texts. */
export function parseReply(xml: string): Reply {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => rows.has(name) })
  return (parser.parse(xml) as { Response: Reply }).Response
}

/** Sends a command by GET. */
export async function ask(port: number, parameters: Record<string, string>): Promise<Reply> {
  const query = new URLSearchParams(parameters).toString()
  const response = await fetch(`http://127.0.0.1:${port}/?${query}`)
  return parseReply(await response.text())
}

export const authXml = (allow: string): string =>
  `<?xml version="1.0"?>\r\n<SecurityToken>\r\n\t<AllowSessionModification>${allow}` +
  '</AllowSessionModification>\r\n</SecurityToken>'
