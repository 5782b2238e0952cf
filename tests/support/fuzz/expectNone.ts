/** Throws when anything is wrong. Asking `expect` a hundred thousand times would take longer than all that is tried. */
export function expectNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'))
}
