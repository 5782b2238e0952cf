const largest = 10_000

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
  for (const part of text.split(',')) {
    const problem = addRange(part.trim(), found)
    if (problem !== undefined) return problem
    if (found.size > largest) {
      return { code: 'tooMany', problem: `it names more than ${largest} extensions` }
    }
  }
  return [...found]
}

function addRange(part: string, found: Set<string>): RangeProblem | undefined {
  const range = /^(\d{1,15})-(\d{1,15})$/.exec(part)
  if (range === null) return addExtension(part, found)
  const [first = '', last = ''] = [range[1], range[2]]
  if (Number(first) > Number(last)) {
    return { code: 'backwards', problem: `“${part}” runs backwards` }
  }
  if (Number(last) - Number(first) >= largest) {
    return { code: 'tooMany', problem: `“${part}” names more than ${largest} extensions` }
  }
  for (let number = Number(first); number <= Number(last); number++) {
    found.add(String(number).padStart(first.length, '0'))
  }
  return undefined
}

function addExtension(part: string, found: Set<string>): RangeProblem | undefined {
  if (part === '') return { code: 'extension', problem: 'an empty entry' }
  if (!/^[\w*#+.]+$/.test(part)) return { code: 'extension', problem: `“${part}” is no extension` }
  found.add(part)
  return undefined
}
