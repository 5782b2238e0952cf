const largest = 10_000
/** So often may extensions be named again. */
const mostNamed = 10 * largest
const longestShown = 60

/** Why a list of extensions cannot be read. */
export interface RangeProblem {
  readonly code: 'extension' | 'backwards' | 'tooMany'
  /** In English words for a person. */
  readonly problem: string
}

/**
 * The extensions that `1001-1020,1050` names, in the order written, each once. Leading zeros are kept:
 * `007-009` is 007, 008, 009.
 */
export function parseRanges(text: string): readonly string[] | RangeProblem {
  const found = new Set<string>()
  let named = 0
  for (const part of text.split(',')) {
    const range = readRange(part.trim())
    if ('problem' in range) return range
    named += range.last - range.first + 1
    if (named > mostNamed) return tooMany('it')
    for (const extension of extensionsOf(range)) found.add(extension)
    if (found.size > largest) return tooMany('it')
  }
  return [...found]
}

function tooMany(what: string): RangeProblem {
  return { code: 'tooMany', problem: `${what} names more than ${largest} extensions` }
}

/** Extensions that count up from `begin`, or the one called so. */
interface Range {
  readonly begin: string
  readonly first: number
  readonly last: number
}

function readRange(part: string): Range | RangeProblem {
  const range = /^(\d{1,15})-(\d{1,15})$/.exec(part)
  if (range === null) return readExtension(part)
  const [begin = '', end = ''] = [range[1], range[2]]
  const [first, last] = [Number(begin), Number(end)]
  if (first > last) return { code: 'backwards', problem: `“${part}” runs backwards` }
  return last - first >= largest ? tooMany(`“${part}”`) : { begin, first, last }
}

function readExtension(part: string): Range | RangeProblem {
  if (part === '') return { code: 'extension', problem: 'an empty entry' }
  if (/^[\w*#+.]+$/.test(part)) return { begin: part, first: 0, last: 0 }
  const shown = part.length > longestShown ? `${part.slice(0, longestShown)}…` : part
  return { code: 'extension', problem: `“${shown}” is no extension` }
}

function extensionsOf({ begin, first, last }: Range): readonly string[] {
  if (first === last) return [begin]
  return Array.from({ length: last - first + 1 }, (_, place) =>
    String(first + place).padStart(begin.length, '0'),
  )
}
