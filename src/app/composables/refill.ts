/** Puts other items into an array without making a new one. */
export function refill<T>(target: T[], items: readonly T[]): void {
  target.length = items.length
  for (const [index, item] of items.entries()) target[index] = item
}
