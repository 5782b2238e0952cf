/** A place in a text as editors count: both from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** Where the character at `offset` stands. */
export function placeIn(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1 }
}
