import { partiesOf } from '../../domain/call.ts'
import type { Call } from '../../domain/call.ts'
import type { Centre } from '../../domain/centre.ts'
import type { CentreSettings } from '../../domain/settings.ts'
import { serviceLevel } from '../../domain/tally.ts'
import type { VolumeRow, WaitingView } from '../components/views.ts'

/** Who waits in the scopes, longest first. */
export function waitingOf(
  centre: Centre,
  scopes: readonly string[],
  calls: ReadonlyMap<string, Call>,
): readonly WaitingView[] {
  return centre.visits.waiting(scopes).flatMap((visit) => {
    const call = calls.get(visit.callId)
    if (call === undefined || !visit.isInGauge) return []
    const queue = visit.scope.replace(/^queue:/, '')
    const name = centre.nameOf(queue)
    const { caller } = partiesOf(call, centre.roles)
    return [{ callId: call.id, caller, queue: name === '' ? queue : name, since: visit.arrivedAt }]
  })
}

/** The intervals of the site's day up to `now`, empty ones too. */
export function volumeOf(
  centre: Centre,
  scopes: readonly string[],
  settings: CentreSettings,
  now: number,
): readonly VolumeRow[] {
  const intervals = centre.visits.intervals(scopes, centre.dayStart(), now)
  const lastStart = intervals[intervals.length - 1]?.start
  return intervals.map(({ start, tally, waitingLonger }) => {
    const interval = centre.zone.toIso(start)
    return {
      interval,
      label: interval.slice(11, 16),
      offered: tally.offered,
      answered: tally.answered,
      abandoned: tally.abandoned,
      serviceLevel: serviceLevel(tally, waitingLonger, settings.serviceLevel.formula),
      isOpen: start === lastStart,
    }
  })
}

/** Whether two readings of the volume draw the same chart. */
export function isSameVolume(one: readonly VolumeRow[], other: readonly VolumeRow[]): boolean {
  return one.length === other.length && one.every((row, index) => isSameRow(row, other[index]))
}

function isSameRow(one: VolumeRow, other: VolumeRow | undefined): boolean {
  if (other === undefined || one.interval !== other.interval || one.isOpen !== other.isOpen) {
    return false
  }
  return series.every((name) => one[name] === other[name])
}

const series = ['offered', 'answered', 'abandoned', 'serviceLevel'] as const
