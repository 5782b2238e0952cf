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

const hiddenDigit = '•'
/** What is shorter may be an extension, of which nothing is ever hidden. */
const shortestHidden = 6

/** Whether an id shows a number in part: a server hides the last digits, or all, from walls. */
export function isHidden(id: string): boolean {
  return id.includes(hiddenDigit)
}

/** Whether two ids may name the same party, of which one is known in part. */
export function mayBeSame(one: string, other: string): boolean {
  if (one === other) return true
  if (!isHidden(one) && !isHidden(other)) return false
  const [shown, otherShown] = [one, other].map((id) => id.replace(/•.*$/, ''))
  const isLong = [one, other].every((id) => isHidden(id) || id.length >= shortestHidden)
  return isLong && (isBeginOf(shown, otherShown) || isBeginOf(otherShown, shown))
}

function isBeginOf(begin = '', text = ''): boolean {
  return text.startsWith(begin)
}
