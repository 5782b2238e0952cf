/** A piece of well-formed XML. */
export type Xml = string & { readonly isXml: true }

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML content. What XML 1.0 cannot carry at all (most control characters, lone surrogates) is left out. */
export function escapeXml(text: string): Xml {
  return Array.from(text)
    .filter(isAllowed)
    .join('')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '') as Xml
}

/** `<name>` around text, which is escaped, or around pieces of XML. */
export function element(name: string, content: string | number | readonly Xml[]): Xml {
  const inner = typeof content === 'object' ? content.join('') : escapeXml(String(content))
  return `<${name}>${inner}</${name}>` as Xml
}

function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
