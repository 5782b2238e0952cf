/**
 * A foreign piece (an address, a path, a name) in the middle of a sentence that runs from right to left: it keeps its
 * own direction, and the words around it stay in their places.
 */
export function isolate(piece: string): string {
  return `\u2068${piece}\u2069`
}
