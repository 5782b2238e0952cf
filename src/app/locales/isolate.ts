/**
 * A foreign piece (an address, a path, a time) in the middle of a sentence that runs from right to left: it runs from left
 * to right, and the words around it stay in their places.
 */
export function isolate(piece: string): string {
  return `\u2066${piece}\u2069`
}
