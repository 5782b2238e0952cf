/** When we were connected: which stretches of time were seen as a whole. */
export interface Coverage {
  /** The connection was lost at `at`, epoch ms. */
  lose(at: number): void
  /** A snapshot was taken at `at`, epoch ms: from here on nothing is missed. */
  cover(at: number): void
  /** Whether nothing was missed in [from, to), epoch ms. */
  isCovered(from: number, to: number): boolean
  /** Since when nothing was missed, epoch ms; `undefined` while we are not connected. */
  since(): number | undefined
  /** When the connection was lost, epoch ms; `undefined` while it is there or was never. */
  lostAt(): number | undefined
  dropBefore(before: number): void
}

/** Before the first snapshot nothing is covered. */
export function createCoverage(): Coverage {
  let gaps: { readonly from: number; to: number }[] = [{ from: -Infinity, to: Infinity }]
  const last = (): { readonly from: number; to: number } | undefined => gaps[gaps.length - 1]

  return {
    lose(at) {
      if (last()?.to !== Infinity) gaps.push({ from: at, to: Infinity })
    },
    cover(at) {
      const gap = last()
      if (gap?.to === Infinity) gap.to = at
    },
    isCovered: (from, to) => gaps.every((gap) => gap.to <= from || gap.from >= to),
    since() {
      const to = last()?.to ?? -Infinity
      return to === Infinity ? undefined : to
    },
    lostAt() {
      const gap = last()
      return gap?.to === Infinity && gap.from > -Infinity ? gap.from : undefined
    },
    dropBefore(before) {
      // The latest gap says since when all is covered, so it stays.
      gaps = gaps.filter((gap, index) => gap.to > before || index === gaps.length - 1)
    },
  }
}
