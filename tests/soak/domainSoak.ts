import { createZone } from '../../src/domain/zone.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { stepsOfRows } from '../../src/emulator/traffic/rowSteps.ts'
import type { RowStep } from '../../src/emulator/traffic/rowSteps.ts'
import { createCalls, usualRingSeconds } from './calls.ts'
import { compareDay } from './compareDay.ts'
import type { ComparedDay } from './compareDay.ts'
import { countDay } from './dayTruth.ts'
import type { DayTruth } from './dayTruth.ts'
import { heapMegabytes } from './heap.ts'
import { createSoakedCentre } from './soakedCentre.ts'
import { soakRoster, soakSettings } from './soakSettings.ts'

export interface DomainSoakOptions {
  readonly timeZone: string
  /** YYYY-MM-DD of the first day. */
  readonly first: string
  readonly days: number
  readonly callsPerDay: number
  readonly agents: number
  readonly seed: number
  /** Whether a second centre hears the same calls over a line that is lost for three minutes of every hour. */
  readonly hasGaps: boolean
  /** How often a wall looks at its clock and its records, ms. @default 5000 */
  readonly tickMs?: number
}

/** One day of a soak, looked at when the next one is over: by then its last calls have ended. */
export interface SoakedDay extends ComparedDay {
  /** YYYY-MM-DD */
  readonly day: string
  readonly hours: number
  readonly calls: number
  /** What the process held at the end of the day, with none of its calls but those that went on. */
  readonly heapMegabytes: number
}

interface PlayedDay {
  readonly start: number
  readonly truth: DayTruth
  readonly told: Pick<SoakedDay, 'day' | 'hours' | 'calls'>
}

const hourMs = 3_600_000

/** Days of calls, one after the other, through one centre that hears all of them. */
export function* soakDomain(options: DomainSoakOptions): Generator<SoakedDay, void> {
  const { timeZone, tickMs = 5_000 } = options
  const zone = createZone(timeZone)
  const first = zone.dayStart(Date.parse(`${options.first}T12:00:00Z`), 0)
  const settings = soakSettings(soakRoster(options.agents), timeZone)
  const centres = createSoakedCentre(settings, first, options.hasGaps)
  const callsOf = createCalls(options)
  const midnightOf = (day: string): number => zone.dayStart(Date.parse(`${day}T12:00:00Z`), 0)
  /** What goes on into the next day. */
  let rowsLeft: readonly TrafficRow[] = []
  let stepsLeft: readonly RowStep[] = []

  const playDay = (start: number, end: number, rows: readonly TrafficRow[]): void => {
    const steps = [...stepsLeft, ...stepsOfRows(rows, midnightOf, usualRingSeconds)].sort(
      (one, other) => one.at - other.at || one.rank - other.rank,
    )
    let next = 0
    for (let tick = start + tickMs; tick <= end; tick += tickMs) {
      const now = Math.min(tick, end - 1)
      for (let step = steps[next]; step !== undefined && step.at <= now; step = steps[++next]) {
        centres.play(step)
      }
      centres.tick(now)
    }
    stepsLeft = steps.slice(next)
  }

  const playAndCount = (start: number): PlayedDay => {
    const end = zone.nextDay(start, 0)
    const day = zone.toIso(start).slice(0, 10)
    const hours = (end - start) / hourMs
    const rows = callsOf({ day, hours })
    playDay(start, end, rows)
    const intervals = centres.whole.intervals('all', 30, start)
    const truth = countDay({ start, end }, intervals, [...rowsLeft, ...rows], midnightOf)
    rowsLeft = rows.filter((row) => row.endSeconds >= hours * 3600)
    return { start, truth, told: { day, hours, calls: rows.length } }
  }

  let before: (PlayedDay & { readonly heapMegabytes: number }) | undefined
  for (let start = first, played = 0; played <= options.days; played++) {
    const today = { ...playAndCount(start), heapMegabytes: heapMegabytes() }
    if (before !== undefined) {
      const compared = compareDay(centres, before.start, before.truth)
      yield { ...before.told, heapMegabytes: before.heapMegabytes, ...compared }
    }
    before = today
    start = zone.nextDay(start, 0)
  }
}
