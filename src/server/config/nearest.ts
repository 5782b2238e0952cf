/** The candidate that somebody probably meant by `word`: few letters away from it; `undefined` when none is. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = lettersBetween(lower, candidate.toLowerCase())
    if (distance >= least) continue
    least = distance
    best = candidate
  }
  return best
}

const longest = 60

/** How many letters must be added, left out, replaced or swapped with their neighbour to make `two` of `one`. */
function lettersBetween(one: string, two: string): number {
  if (one.length > longest || two.length > longest) return Infinity
  const rows: number[][] = [Array.from({ length: two.length + 1 }, (_, index) => index)]
  const cost = (i: number, j: number): number => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= two.length; j++) {
      const replaced = cost(i - 1, j - 1) + (one[i - 1] === two[j - 1] ? 0 : 1)
      const isSwap = one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]
      const swapped = isSwap ? cost(i - 2, j - 2) + 1 : Infinity
      row.push(Math.min(replaced, swapped, cost(i - 1, j) + 1, cost(i, j - 1) + 1))
    }
  }
  return cost(one.length, two.length)
}
