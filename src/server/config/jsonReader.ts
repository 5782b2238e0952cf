/** A mistake in a JSON text: what it is, and the character where it stands. */
export class JsonMistake extends Error {
  override readonly name = 'JsonMistake'
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** Reads a JSON text from its begin to its end. Whatever does not find what it looks for throws a `JsonMistake`. */
export interface JsonReader {
  /** Of the next character that is no blank. */
  offset(): number
  /** That character; empty at the end. */
  peek(): string
  /** Goes over `character` if it is the next one. */
  skip(character: string): boolean
  /** The text in quotes that stands next. */
  text(): string
  /** Goes over a number, `true`, `false` or `null`. */
  word(): void
  fail(message: string, offset?: number): never
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const words: ReadonlySet<string> = new Set(['true', 'false', 'null'])

export function jsonReader(source: string): JsonReader {
  let index = 0

  const reader: JsonReader = {
    offset() {
      while (/[ \t\r\n]/.test(source.charAt(index))) index++
      return index
    },
    peek: () => source.charAt(reader.offset()),
    skip(character) {
      if (reader.peek() !== character) return false
      index++
      return true
    },
    text() {
      const begin = reader.offset()
      index++
      while (source.charAt(index) !== '"') index += lengthOfCharacter(begin)
      index++
      return JSON.parse(source.slice(begin, index)) as string
    },
    word() {
      const begin = reader.offset()
      const [word = ''] = /^[\w.+-]*/.exec(source.slice(begin, begin + 1_000)) ?? []
      if (!number.test(word) && !words.has(word)) reader.fail(guess(source.slice(begin), word))
      index += word.length
    },
    fail(message, offset = reader.offset()) {
      throw new JsonMistake(message, offset)
    },
  }

  /** Of the character of a text that stands at `index`: an escape is longer. */
  function lengthOfCharacter(begin: number): number {
    const character = source.charAt(index)
    if (character === '' || character === '\n' || character === '\r') {
      return reader.fail('this text is not closed; a " is missing', begin)
    }
    if (character < ' ') return reader.fail('a tab or another control character in a text', index)
    if (character !== '\\') return 1
    const [escape = ''] =
      /^\\(["\\/bfnrt]|u[\dA-Fa-f]{4})/.exec(source.slice(index, index + 6)) ?? []
    return escape.length || reader.fail('a single backslash; write \\\\ or / instead', index)
  }

  return reader
}

/** What somebody may have meant who wrote something that is no value. */
function guess(rest: string, word: string): string {
  if (rest === '') return 'the file ends too early; something is missing, a } perhaps'
  if (rest.startsWith('//') || rest.startsWith('/*') || rest.startsWith('#')) {
    return 'a comment; JSON has none, remove it'
  }
  if (/^['‘’“”`]/.test(rest)) return `the quote ${rest.charAt(0)}; JSON knows " only`
  if (/^[\]},]/.test(rest)) return `${rest.charAt(0)} where a value is expected`
  const lower = word.toLowerCase()
  if (words.has(lower)) return `${word}; write ${lower}`
  if (/^[-+.\d]/.test(word)) return `${word}, which is no number of JSON`
  return word === '' ? `${rest.charAt(0)}, which is no JSON` : `${word} without quotes`
}
