const minuteMs = 60_000
/** The length of the shortest interval that a chart can show, in minutes; longer ones are made of these. */
export const quarterMinutes = 15
const offsetBucketMs = 15 * minuteMs
const rememberedBuckets = 5_000

/** A site's zone: where its days and intervals begin. All instants are epoch ms. */
export interface Zone {
  /** Local time minus UTC at `at`, ms. */
  offsetAt(at: number): number
  /** The start of the interval of `minutes` that holds `at`, at local :00/:15/:30/:45; a repeated hour has its own. */
  intervalStart(at: number, minutes: number): number
  /** The start of the interval after the one that holds `at`. */
  nextInterval(at: number, minutes: number): number
  /** The start of the site's day that holds `at`, when days begin `startsAtMinutes` after local midnight. */
  dayStart(at: number, startsAtMinutes: number): number
  /** The start of the day after the one that begins at `day`. */
  nextDay(day: number, startsAtMinutes: number): number
  /** Local time with offset, `2026-11-21T09:30:00+01:00`. */
  toIso(at: number): string
}

/** @throws RangeError for a zone that Intl does not know. */
export function createZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour12: false,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const remembered = new Map<number, number>()

  const readOffset = (at: number): number => {
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
    // Chromium 78 writes midnight as 24 when hour12 is false.
    const local = Date.UTC(year, month - 1, day, hour % 24, minute, second)
    return local - Math.floor(at / 1000) * 1000
  }

  const offsetAt = (at: number): number => {
    const bucket = Math.floor(at / offsetBucketMs)
    const known = remembered.get(bucket)
    if (known !== undefined) return known
    if (remembered.size >= rememberedBuckets) remembered.clear()
    const offset = readOffset(bucket * offsetBucketMs)
    remembered.set(bucket, offset)
    return offset
  }

  /** The first instant at which clocks show `local` (ms since 1970 as if UTC), or the first after the gap that swallows it. */
  const instantOf = (local: number): number => {
    const candidates = [local - offsetAt(local - 86_400_000), local - offsetAt(local + 86_400_000)]
    const exact = candidates.filter((candidate) => candidate + offsetAt(candidate) === local)
    return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)
  }

  const intervalStart = (at: number, minutes: number): number => {
    const length = minutes * minuteMs
    const local = at + offsetAt(at)
    return at - (((local % length) + length) % length)
  }

  const dayStart = (at: number, startsAtMinutes: number): number => {
    const shift = startsAtMinutes * minuteMs
    const dayMs = 86_400_000
    const local = at + offsetAt(at) - shift
    const start = instantOf(Math.floor(local / dayMs) * dayMs + shift)
    return start <= at ? start : instantOf(Math.floor(local / dayMs) * dayMs + shift - dayMs)
  }

  return {
    offsetAt,
    intervalStart,
    nextInterval(at, minutes) {
      const length = minutes * minuteMs
      const next = intervalStart(at + length, minutes)
      return next > at ? next : at + length
    },
    dayStart,
    // A day has 23 to 25 hours, so 28 hours after its start the next one is on.
    nextDay: (day, startsAtMinutes) => dayStart(day + 28 * 60 * minuteMs, startsAtMinutes),
    toIso(at) {
      const offset = offsetAt(at)
      const local = new Date(at + offset).toISOString().slice(0, 19)
      const minutes = Math.round(Math.abs(offset) / minuteMs)
      const pad = (value: number): string => String(value).padStart(2, '0')
      return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
    },
  }
}
