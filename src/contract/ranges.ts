const largest = 10_000

/** Why a list of extensions cannot be read, in words for a person. */
export interface RangeProblem {
  readonly problem: string
}

/**
 * The extensions that `1001-1020,1050` names, in the order written, each once. Leading zeros are kept:
 * `007-009` is 007, 008, 009.
 */
export function parseRanges(text: string): readonly string[] | RangeProblem {
  const found = new Set<string>()
  for (const part of text.split(',')) {
    const problem = addRange(part.trim(), found)
    if (problem !== undefined) return { problem }
    if (found.size > largest) return { problem: `it names more than ${largest} extensions` }
  }
  return [...found]
}

function addRange(part: string, found: Set<string>): string | undefined {
  const range = /^(\d{1,15})-(\d{1,15})$/.exec(part)
  if (range === null) {
    if (!/^[\w*#+.]+$/.test(part))
      return part === '' ? 'an empty entry' : `“${part}” is no extension`
    found.add(part)
    return undefined
  }
  const [first = '', last = ''] = [range[1], range[2]]
  if (Number(first) > Number(last)) return `“${part}” runs backwards`
  if (Number(last) - Number(first) >= largest)
    return `“${part}” names more than ${largest} extensions`
  for (let number = Number(first); number <= Number(last); number++) {
    found.add(String(number).padStart(first.length, '0'))
  }
  return undefined
}
