import { createCentre } from '../../src/domain/centre.ts'
import type { Centre } from '../../src/domain/centre.ts'
import type { ConnectionEvent } from '../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../src/domain/settings.ts'
import { midnight } from './centre.ts'
import type { Day } from './randomDay.ts'
import { dayOf } from './reference/days.ts'

/** A centre that was told the events until `now`, epoch ms. */
export function tell(
  settings: CentreSettings,
  events: readonly ConnectionEvent[],
  now: number,
): Centre {
  const centre = createCentre(settings, events[0]?.at ?? midnight)
  for (const event of events) if (event.at <= now) centre.apply(event)
  centre.advance(now)
  return centre
}

/** The last thing that was told, epoch ms. */
export function endOf({ events }: Day): number {
  return events[events.length - 1]!.at
}

/** Start of the site's day that holds `at`, epoch ms. */
export function dayStartOf(settings: CentreSettings, at: number): number {
  return dayOf(at, settings.dayStartsAtMinutes).from
}
