import { median } from '../median.ts'
import type { DayCost } from './measureDay.ts'

/** What a day of `calls` costs the domain, the middle one of several runs. */
export interface DomainRate {
  readonly calls: number
  readonly events: number
  /** Session events in a second of the processor, all threads of the process taken together. */
  readonly eventsPerSecond: number
  /** The same while the figures of the team are read after every 100 events. */
  readonly eventsPerSecondRead: number
  /** The same over the last tenth of the day's events alone, without reading. */
  readonly eventsPerSecondAtEnd: number
  /** What the centre holds after the day more than before, per call. */
  readonly bytesPerCall: number
}

/** @param plain,read days of `calls` without and with reading, never empty */
export function domainRate(
  calls: number,
  plain: readonly DayCost[],
  read: readonly DayCost[],
): DomainRate {
  const perSecond = (costs: readonly DayCost[]): number =>
    median(costs.map(({ events, ms }) => (events / ms) * 1000))
  return {
    calls,
    events: median(plain.map(({ events }) => events)),
    eventsPerSecond: perSecond(plain),
    eventsPerSecondRead: perSecond(read),
    eventsPerSecondAtEnd: median(plain.map((cost) => (cost.lastEvents / cost.lastMs) * 1000)),
    bytesPerCall: median(plain.map(({ bytes }) => bytes / calls)),
  }
}
