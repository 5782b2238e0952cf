import type { Centre } from '../domain/centre.ts'
import type { Figures } from '../domain/figures.ts'
import type { CentreSettings } from '../domain/settings.ts'
import { createZone } from '../domain/zone.ts'
import type { TrafficRow } from '../emulator/traffic/csv.ts'
import { replayTraffic } from '../emulator/traffic/replay.ts'
import { rosterOfRows } from '../emulator/traffic/rowRoster.ts'
import { midnights, replayDays } from './replayCalendar.ts'
import type { ReplayDay } from './replayCalendar.ts'
import { replayCentre } from './replayCentre.ts'

const ringSeconds = 4

/** A day whose calls have been played. */
export interface ReplayedDay extends ReplayDay {
  /** Tells the figures of this day for `start`. Ask it before the next day is asked for: it plays on. */
  readonly centre: Centre
  /** By scope, the figures as they stood in the last moment of the day itself: its gauges. */
  readonly evening: ReadonlyMap<string, Figures>
}

/** Everything, and each queue of the settings once. */
export function scopesOf(settings: CentreSettings): readonly string[] {
  const queues = new Set(settings.teams.flatMap((team) => team.queues))
  return ['all', ...[...queues].map((queue) => `queue:${queue}`)]
}

/**
 * Plays `rows` through sessions and one centre, and hands out each day on which calls arrived, as late as the centre
 * still knows it: calls that go on after midnight have ended by then.
 */
export function* replayedDays(
  rows: readonly TrafficRow[],
  settings: CentreSettings,
): Generator<ReplayedDay, void> {
  const zone = createZone(settings.timeZone)
  const days = replayDays(rows, zone, settings.dayStartsAtMinutes)
  const [first] = days
  if (first === undefined) return
  const { centre, advanceTo } = replayCentre(
    settings,
    { ...rosterOfRows(rows), services: [] },
    first.start,
    replayTraffic(rows, { dayStart: midnights(zone), ringSeconds }),
  )
  const scopes = scopesOf(settings)
  const evenings = new Map<ReplayDay, ReadonlyMap<string, Figures>>()
  for (const { at, day } of momentsOf(days)) {
    advanceTo(at)
    const evening = evenings.get(day)
    if (evening === undefined) {
      evenings.set(day, new Map(scopes.map((scope) => [scope, centre.figures(scope)])))
    } else {
      evenings.delete(day)
      yield { ...day, centre, evening }
    }
  }
}

/** When to look at which day: in its last moment, and when it closes. */
function momentsOf(days: readonly ReplayDay[]): readonly { at: number; day: ReplayDay }[] {
  return days
    .flatMap((day) => [
      { at: day.last, day },
      { at: day.closesAt, day },
    ])
    .sort((one, other) => one.at - other.at)
}
