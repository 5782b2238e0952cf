/** Local time minus UTC of the zone that the recounts use, Jerusalem in October 1999; ms. */
const offsetMs = 2 * 3_600_000
const dayMs = 24 * 3_600_000

/** A stretch of time, epoch ms; `to` is not in it. */
export interface Window {
  readonly from: number
  readonly to: number
}

export const holds = ({ from, to }: Window, at: number | undefined): boolean =>
  at !== undefined && at >= from && at < to

/** The day that holds `at`, when days begin `startsAtMinutes` after local midnight. */
export function dayOf(at: number, startsAtMinutes: number): Window {
  const shift = offsetMs - startsAtMinutes * 60_000
  const from = Math.floor((at + shift) / dayMs) * dayMs - shift
  return { from, to: from + dayMs }
}

/** The intervals of a day up to the one that holds `now`. */
export function intervalsOf(day: Window, minutes: number, now: number): readonly Window[] {
  const length = minutes * 60_000
  const count = Math.ceil((day.to - day.from) / length)
  return Array.from({ length: count }, (_, index) => ({
    from: day.from + index * length,
    to: day.from + (index + 1) * length,
  })).filter(({ from }) => from <= now)
}
