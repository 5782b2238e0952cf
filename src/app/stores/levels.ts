import type { Level } from '../components/views.ts'

/** A level that rises at once and falls late, as of the last reading. A new object only when it has changed. */
export interface HeldLevel {
  /** What is shown. */
  readonly level: Level
  /** What the value alone deserves. */
  readonly raw: Level
  /** Since when the value has been better than each step, epoch ms; `undefined` while it is not, or never was as bad. */
  readonly leftWarnAt: number | undefined
  readonly leftAlarmAt: number | undefined
}

/** Held levels by the key of their value. */
export type HeldLevels = ReadonlyMap<string, HeldLevel>

const rank: Readonly<Record<Level, number>> = { ok: 0, warn: 1, alarm: 2 }

/** How far a value is beyond its two thresholds; `>=` where higher is worse, `<` where lower is. */
export function levelOf(
  value: number | undefined,
  thresholds: readonly [number, number] | undefined,
  isLowerWorse: boolean,
): Level {
  if (value === undefined || thresholds === undefined) return 'ok'
  const [warn, alarm] = thresholds
  if (isLowerWorse ? value < alarm : value >= alarm) return 'alarm'
  return (isLowerWorse ? value < warn : value >= warn) ? 'warn' : 'ok'
}

export function worseLevel(one: Level, other: Level): Level {
  return rank[one] >= rank[other] ? one : other
}

/**
 * The level to show at `now`, epoch ms: the worst that the value has deserved within the last `hysteresisMs`. A value
 * deserves a level until the reading that finds it better. A clock that was set back ends the waiting.
 */
export function holdLevel(
  before: HeldLevel | undefined,
  raw: Level,
  now: number,
  hysteresisMs: number,
): HeldLevel {
  const leftAt = (step: Level, former: number | undefined): number | undefined => {
    if (rank[raw] >= rank[step]) return undefined
    const since = before !== undefined && rank[before.raw] >= rank[step] ? now : former
    return since !== undefined && now >= since && now - since < hysteresisMs ? since : undefined
  }
  const leftWarnAt = leftAt('warn', before?.leftWarnAt)
  const leftAlarmAt = leftAt('alarm', before?.leftAlarmAt)
  const step = leftAlarmAt !== undefined ? 'alarm' : leftWarnAt !== undefined ? 'warn' : 'ok'
  const after = { level: worseLevel(raw, step), raw, leftWarnAt, leftAlarmAt }
  return before !== undefined && isSameHeld(before, after) ? before : after
}

/** The levels of all values of one reading; what is not in it is forgotten. The same map when nothing has changed. */
export function holdLevels(
  before: HeldLevels,
  raw: ReadonlyMap<string, Level>,
  now: number,
  hysteresisMs: number,
): HeldLevels {
  const after = new Map<string, HeldLevel>()
  for (const [key, level] of raw) {
    after.set(key, holdLevel(before.get(key), level, now, hysteresisMs))
  }
  const isSame =
    before.size === after.size && [...after].every(([key, held]) => before.get(key) === held)
  return isSame ? before : after
}

function isSameHeld(one: HeldLevel, other: HeldLevel): boolean {
  return (
    one.level === other.level &&
    one.raw === other.raw &&
    one.leftWarnAt === other.leftWarnAt &&
    one.leftAlarmAt === other.leftAlarmAt
  )
}
