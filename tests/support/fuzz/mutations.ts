import fc from 'fast-check'

/** One thing that goes wrong with a text on its way. `at` is a share of its length. */
export interface Mutation {
  readonly type: 'cut' | 'drop' | 'double' | 'insert' | 'replace' | 'swap'
  readonly at: number
  readonly length: number
  readonly text: string
}

/**
 * Mutations of a text.
 * @param snippets what is worth inserting
 */
export function mutations(snippets: readonly string[]): fc.Arbitrary<readonly Mutation[]> {
  const mutation = fc.record({
    type: fc.constantFrom('cut', 'drop', 'double', 'insert', 'replace', 'swap'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 40 }),
    text: fc.oneof(
      { arbitrary: fc.constantFrom(...snippets), weight: 4 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 },
    ),
  }) satisfies fc.Arbitrary<Mutation>
  return fc.array(mutation, { maxLength: 4 })
}

/** The text after all of them. */
export function mutate(text: string, all: readonly Mutation[]): string {
  return all.reduce(mutateOnce, text)
}

function mutateOnce(text: string, { type, at, length, text: more }: Mutation): string {
  const from = Math.floor(at * text.length)
  const [before, part, after] = [
    text.slice(0, from),
    text.slice(from, from + length),
    text.slice(from + length),
  ]
  switch (type) {
    case 'cut':
      return before
    case 'drop':
      return before + after
    case 'double':
      return before + part + part + after
    case 'insert':
      return before + more + part + after
    case 'replace':
      return before + more + after
    case 'swap':
      return after + part + before
  }
}
