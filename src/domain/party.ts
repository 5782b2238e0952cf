/** A party of a session as the PBX names it, reduced to what can be compared: `sip:`, `@host` and blanks are dropped. */
export function partyId(raw: string): string {
  const withoutScheme = raw.replace(/\s+/g, '').replace(/^sips?:/i, '')
  const at = withoutScheme.indexOf('@')
  return at < 0 ? withoutScheme : withoutScheme.slice(0, at)
}

const withheldNames = new Set(['', 'anonymous', 'unknown', 'private', 'withheld', 'restricted'])

/** Whether the caller's number was withheld, so that two callers may look like one. */
export function isWithheld(id: string): boolean {
  return withheldNames.has(id.toLowerCase())
}
