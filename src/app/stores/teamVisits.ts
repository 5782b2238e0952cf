import { partiesOf } from '../../domain/call.ts'
import type { Centre } from '../../domain/centre.ts'
import type { IntervalMinutes } from '../../domain/figures.ts'
import type { VolumeRow, WaitingView } from '../components/views.ts'

/**
 * Who waits in the scope, longest first.
 * @param nameOf what a visit's scope is called on the wall
 */
export function waitingOf(
  centre: Pick<Centre, 'waiting' | 'roles' | 'call'>,
  scope: string,
  nameOf: (scope: string) => string,
): readonly WaitingView[] {
  return centre.waiting(scope).flatMap((visit) => {
    const call = centre.call(visit.callId)
    if (call === undefined || !visit.isInGauge) return []
    const { caller } = partiesOf(call, centre.roles)
    return [{ callId: call.id, caller, queue: nameOf(visit.scope), since: visit.arrivedAt }]
  })
}

/** The intervals of the site's day up to now, empty ones too. */
export function volumeOf(
  centre: Pick<Centre, 'volume' | 'zone'>,
  scope: string,
  minutes: IntervalMinutes,
): readonly VolumeRow[] {
  const intervals = centre.volume(scope, minutes)
  return intervals.map(
    ({ start, offered, answered, abandoned, serviceLevel, isCounted, isCovered }, index) => {
      const interval = centre.zone.toIso(start)
      return {
        ...{ interval, label: interval.slice(11, 16) },
        ...{ offered, answered, abandoned, serviceLevel },
        isOpen: index === intervals.length - 1,
        isPartial: !isCounted,
        isSeen: isCovered,
      }
    },
  )
}
