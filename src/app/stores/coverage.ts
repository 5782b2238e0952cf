/** A stretch of time, [from, to) in epoch ms. */
export interface Gap {
  readonly from: number
  readonly to: number
}

const finestMs = 60_000

/** What was missed of [from, to), epoch ms, to about a minute; stretches that touch are one. */
export function gapsOf(
  isCovered: (from: number, to: number) => boolean,
  from: number,
  to: number,
): readonly Gap[] {
  const gaps: Gap[] = []
  const search = (start: number, end: number): void => {
    if (start >= end || isCovered(start, end)) return
    if (end - start > finestMs) {
      const middle = start + Math.ceil((end - start) / 2 / finestMs) * finestMs
      search(start, Math.min(middle, end))
      search(Math.min(middle, end), end)
      return
    }
    const last = gaps[gaps.length - 1]
    if (last?.to === start) gaps[gaps.length - 1] = { from: last.from, to: end }
    else gaps.push({ from: start, to: end })
  }
  search(from, to)
  return gaps
}
