import { joined, without } from './stretch.ts'
import type { Stretch } from './stretch.ts'

/** When we were connected: which stretches of time were seen as a whole. */
export interface Coverage {
  /** The connection was lost at `at`, epoch ms. */
  lose(at: number): void
  /**
   * A snapshot was taken at `at`, epoch ms: from here on nothing is missed. `isSame`: it holds exactly what was alive
   * when the connection was lost, so that a short gap is none.
   */
  cover(at: number, isSame?: boolean): void
  /** Whether nothing was missed in [from, to), epoch ms. */
  isCovered(from: number, to: number): boolean
  /** Since when nothing was missed, epoch ms; `undefined` while we are not connected. */
  since(): number | undefined
  /** Since when nothing was missed until now, or until the connection was lost, epoch ms; `Infinity` before all. */
  wholeSince(): number
  /** When the connection was lost, epoch ms; `undefined` while it is there or was never. */
  lostAt(): number | undefined
  /** Something that happened in [from, to), epoch ms, was not told, though the connection was there. */
  miss(from: number, to: number): void
  /** In [from, to), epoch ms, no call is missing, though it was not seen as a whole. */
  count(from: number, to: number): void
  /** Whether no call is missing in [from, to), epoch ms. */
  isCounted(from: number, to: number): boolean
  /** The stretches in which nothing was missed until `now`, epoch ms. */
  covered(now: number): readonly Stretch[]
  dropBefore(before: number): void
}

/** So short a gap hides no call when it changed none, ms: it is as long as the renewal of a token may take. */
const briefMs = 2_000

/** Before the first snapshot nothing is covered. */
export function createCoverage(): Coverage {
  let counted: readonly Stretch[] = []
  let missed: readonly Stretch[] = []
  let gaps: { readonly from: number; to: number }[] = [{ from: -Infinity, to: Infinity }]
  const last = (): { readonly from: number; to: number } | undefined => gaps[gaps.length - 1]

  return {
    lose(at) {
      if (last()?.to !== Infinity) gaps.push({ from: at, to: Infinity })
    },
    cover(at, isSame = false) {
      const gap = last()
      if (gap?.to !== Infinity) return
      if (isSame && at - gap.from <= briefMs) gaps.pop()
      else gap.to = at
    },
    isCovered: (from, to) =>
      gaps.every((gap) => gap.to <= from || gap.from >= to) &&
      missed.every(([start, end]) => end <= from || start >= to),
    since() {
      const to = last()?.to ?? -Infinity
      return to === Infinity ? undefined : to
    },
    wholeSince() {
      const gap = last()
      if (gap?.to !== Infinity) return gap?.to ?? Infinity
      return gap.from === -Infinity ? Infinity : (gaps[gaps.length - 2]?.to ?? -Infinity)
    },
    lostAt() {
      const gap = last()
      return gap?.to === Infinity && gap.from > -Infinity ? gap.from : undefined
    },
    miss(from, to) {
      missed = joined([...missed, [from, to]])
    },
    count(from, to) {
      counted = joined([...counted, [from, to]])
    },
    isCounted: (from, to) =>
      gaps.every((gap) => {
        const start = Math.max(gap.from, from)
        const end = Math.min(gap.to, to)
        return start >= end || counted.some(([begin, until]) => begin <= start && end <= until)
      }),
    covered(now) {
      const connected = gaps.flatMap(({ to }, index): Stretch[] => {
        const until = Math.min(gaps[index + 1]?.from ?? now, now)
        return to < until ? [[to, until]] : []
      })
      return missed.reduce<readonly Stretch[]>(without, connected)
    },
    dropBefore(before) {
      counted = counted.filter(([, to]) => to > before)
      missed = missed.filter(([, to]) => to > before)
      // The latest gap says since when all is covered, so it stays.
      gaps = gaps.filter((gap, index) => gap.to > before || index === gaps.length - 1)
    },
  }
}
