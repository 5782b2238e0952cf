import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonMistake } from '@/server/config/jsonReader.ts'
import { scanJson } from '@/server/config/jsonScan.ts'
import type { JsonPlaces } from '@/server/config/jsonScan.ts'

function placesOf(text: string): JsonPlaces {
  const scan = scanJson(text)
  if (scan instanceof JsonMistake) throw scan
  return scan
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('whatever JSON.parse takes is taken, and nothing else', () => {
  const broken = fc
    .tuple(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', '1', ' ', '\\', '\t'),
    )
    .map(([text, at, more]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + more + text.slice(more === '' ? place + 1 : place)
    })
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 3 }), broken, fc.string()), (text) => {
      expect(!(scanJson(text) instanceof JsonMistake)).toBe(isJson(text))
    }),
    { numRuns: 2_000 },
  )
})

test('every key and entry has its place', () => {
  const text = '{ "a": { "b": [ 1, { "c": 2 } ] } }'
  const { places } = placesOf(text)
  const at = (path: string): string => text.slice(places.get(path), (places.get(path) ?? 0) + 3)
  expect(['', 'a', 'a.b', 'a.b[0]', 'a.b[1]', 'a.b[1].c'].map(at)).toEqual([
    '{ "',
    '"a"',
    '"b"',
    '1, ',
    '{ "',
    '"c"',
  ])
})

test('a key that is written twice is told by its path', () => {
  expect(placesOf('{ "a": { "b": 1, "b": 2 }, "b": 3 }').repeated).toEqual(['a.b'])
})

test('twenty levels are read, one more is a mistake', () => {
  expect(scanJson('['.repeat(20) + ']'.repeat(20))).not.toBeInstanceOf(JsonMistake)
  expect(scanJson('['.repeat(21) + ']'.repeat(21))).toMatchObject({ offset: 20 })
})
