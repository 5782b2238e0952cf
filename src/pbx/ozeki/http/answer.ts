import { XMLParser } from 'fast-xml-parser'

/** A parsed answer of the PBX's HTTP API: text, or elements by name. */
export type AnswerNode = string | readonly AnswerNode[] | { readonly [name: string]: AnswerNode }

/**
 * The elements of an XML answer without their namespaces and attributes; every value is text.
 * @throws Error for what is no XML
 */
export function parseAnswer(xml: string): AnswerNode {
  // The parser takes whatever there is, half an answer too.
  if (!/^\s*<[^]*>\s*$/.test(xml)) throw new Error('no XML')
  const parser = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    trimValues: true,
  })
  return parser.parse(xml) as AnswerNode
}

/** Every element called `name`, at any depth and in any case of letters, outer ones first. */
export function findElements(node: AnswerNode, name: string): readonly AnswerNode[] {
  if (typeof node === 'string') return []
  if (isList(node)) return node.flatMap((item) => findElements(item, name))
  return Object.entries(node).flatMap(([key, value]) => {
    const own = key.toLowerCase() === name.toLowerCase() ? (isList(value) ? value : [value]) : []
    return [...own, ...findElements(value, name)]
  })
}

/** The first text that is not empty in the elements called `name`; empty for none. */
export function findText(node: AnswerNode, name: string): string {
  for (const element of findElements(node, name)) {
    const text = firstText(element)
    if (text !== '') return text
  }
  return ''
}

function firstText(node: AnswerNode): string {
  if (typeof node === 'string') return node
  const children = isList(node) ? node : Object.values(node)
  return children.map(firstText).find((text) => text !== '') ?? ''
}

function isList(node: AnswerNode): node is readonly AnswerNode[] {
  return Array.isArray(node)
}
