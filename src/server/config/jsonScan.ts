import { JsonMistake, jsonReader } from './jsonReader.ts'
import type { JsonReader } from './jsonReader.ts'

/** Where the parts of a JSON text stand; offsets count characters. */
export interface JsonPlaces {
  /** By path, as in `teams[0].id`: of a key, of an entry of a list, of the whole (empty). */
  readonly places: ReadonlyMap<string, number>
  /** Paths of keys that are written twice in one object, where `JSON.parse` takes the last. */
  readonly repeated: readonly string[]
}

const deepest = 20

/**
 * Reads over a JSON text. It finds what `JSON.parse` does not tell: where a mistake and where every value stands, what
 * was probably meant, and keys that are written twice. A mistake, also a nesting deeper than 20, is handed back.
 */
export function scanJson(text: string): JsonPlaces | JsonMistake {
  const reader = jsonReader(text)
  const places = new Map<string, number>()
  const repeated: string[] = []

  function readValue(path: string, depth: number): void {
    if (depth > deepest) reader.fail(`this is nested deeper than ${deepest} levels`)
    if (reader.skip('{')) readObject(path, depth)
    else if (reader.skip('[')) readList(path, depth)
    else if (reader.peek() === '"') reader.text()
    else reader.word()
  }

  function readObject(path: string, depth: number): void {
    if (reader.skip('}')) return
    do {
      const offset = reader.offset()
      const own = `${path}.${readKey(reader)}`.replace(/^\./, '')
      if (places.has(own)) repeated.push(own)
      places.set(own, offset)
      if (!reader.skip(':')) reader.fail(`${own} is not followed by a colon`)
      readValue(own, depth + 1)
    } while (goesOn(reader, '}'))
  }

  function readList(path: string, depth: number): void {
    if (reader.skip(']')) return
    let index = 0
    do {
      const own = `${path}[${index++}]`
      places.set(own, reader.offset())
      readValue(own, depth + 1)
    } while (goesOn(reader, ']'))
  }

  try {
    if (reader.peek() === '')
      reader.fail('it is empty; it needs at least { "pbx": { "address": "…" } }')
    places.set('', reader.offset())
    readValue('', 1)
    if (reader.peek() !== '') reader.fail('something stands after the end of the config')
    return { places, repeated }
  } catch (error) {
    if (error instanceof JsonMistake) return error
    throw error
  }
}

function readKey(reader: JsonReader): string {
  if (reader.peek() === '"') return reader.text()
  // Says what is wrong with what stands here, unless it would do as a value.
  reader.word()
  return reader.fail('a key without quotes')
}

/** Whether another entry follows; goes over `end` if none does. */
function goesOn(reader: JsonReader, end: '}' | ']'): boolean {
  if (reader.skip(end)) return false
  const offset = reader.offset()
  const next = reader.peek()
  if (!reader.skip(',')) {
    if (/["{[\w'-]/.test(next)) reader.fail('a comma is missing before this', offset)
    if (next === '' || /[\]}]/.test(next)) reader.fail(`a ${end} is missing before this`, offset)
    reader.word()
  }
  if (reader.peek() === end) reader.fail(`a comma before ${end}; remove it`, offset)
  return true
}
