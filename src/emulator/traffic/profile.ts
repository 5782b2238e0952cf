import type { CustomerType } from './calibration.ts'
import { arrivalsPerHalfHour, type DayType } from './calibrationArrivals.ts'
import { createWeekTime } from './weekTime.ts'

const types = Object.keys(arrivalsPerHalfHour.sunToThu) as readonly CustomerType[]
const dayTypes = Object.keys(arrivalsPerHalfHour) as readonly DayType[]
const halfHours = Array.from({ length: 48 }, (_, index) => index)
const lateMorning = 11 * 60

/** How many calls come when. */
export interface Profile {
  /** Calls in a half-hour like the one around `when`, epoch ms. */
  calls(when: number): number
  /** The most that any half-hour has. */
  readonly mostCalls: number
  /** The share of each type of customer around `when`; empty when nobody calls. */
  types(when: number): readonly (readonly [type: CustomerType, share: number])[]
}

/**
 * The published week on the wall clock of `timeZone` (IANA), read `shiftMinutes` later than it is; times `scale`.
 */
export function createProfile(timeZone: string, shiftMinutes: number, scale: number): Profile {
  const weekTime = createWeekTime(timeZone)
  const sums = new Map(dayTypes.map((day) => [day, halfHours.map((index) => sumOf(day, index))]))

  function place(when: number): readonly [DayType, number] {
    const { weekday, minute } = weekTime(when + shiftMinutes * 60_000)
    return [dayTypeOf(weekday), Math.floor(minute / 30)]
  }

  return {
    mostCalls: Math.max(...[...sums.values()].flat()) * scale,
    calls(when) {
      const [day, index] = place(when)
      return (sums.get(day)?.[index] ?? 0) * scale
    },
    types(when) {
      const [day, index] = place(when)
      const sum = sums.get(day)?.[index] ?? 0
      if (sum === 0) return []
      return types.map((type) => [type, (arrivalsPerHalfHour[day][type][index] ?? 0) / sum])
    },
  }
}

/** The `profileShiftMinutes` with which `now` (epoch ms) is eleven in the morning of a busy day. */
export function shiftToLateMorning(now: number, timeZone: string): number {
  const { weekday, minute } = createWeekTime(timeZone)(now)
  const days = weekday === 5 ? -1 : weekday === 6 ? 1 : 0
  return days * 24 * 60 + lateMorning - minute
}

function dayTypeOf(weekday: number): DayType {
  if (weekday === 5) return 'friday'
  return weekday === 6 ? 'saturday' : 'sunToThu'
}

function sumOf(day: DayType, index: number): number {
  return types.reduce((sum, type) => sum + (arrivalsPerHalfHour[day][type][index] ?? 0), 0)
}
