/** A stretch of time, [from, to), epoch ms. */
export type Stretch = readonly [from: number, to: number]

/** The same time in as few stretches as possible, in order; those that touch become one, empty ones none. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = stretches.filter(([from, to]) => from < to).sort(([one], [other]) => one - other)
  const result: Stretch[] = []
  for (const [from, to] of sorted) {
    const last = result[result.length - 1]
    if (last === undefined || last[1] < from) result.push([from, to])
    else result[result.length - 1] = [last[0], Math.max(last[1], to)]
  }
  return result
}

/** The same stretches less the time of another one. */
export function without(stretches: readonly Stretch[], [start, end]: Stretch): readonly Stretch[] {
  return stretches.flatMap(([from, to]): Stretch[] => {
    if (end <= from || start >= to) return [[from, to]]
    const parts: Stretch[] = [
      [from, start],
      [end, to],
    ]
    return parts.filter(([begin, until]) => begin < until)
  })
}
