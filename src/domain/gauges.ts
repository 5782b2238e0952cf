import type { Visit } from './visit.ts'
import { quarterMinutes } from './zone.ts'
import type { Zone } from './zone.ts'

/** The most at one moment. */
export interface Peaks {
  waiting: number
  inService: number
  inProgress: number
}

/**
 * How many wait and how many are with a person, per gauge, and the peaks of both. All events of one moment are
 * applied before a gauge is read, and a quarter of an hour begins with what it inherits (DESIGN 5).
 */
export interface Gauges {
  /** Adds a gauge at `at`, epoch ms, or gives one other scopes; it goes on with those of `visits` that are there. */
  watch(name: string, scopes: readonly string[], visits: Iterable<Visit>, at: number): void
  change(gone: readonly Visit[], come: readonly Visit[], at: number): void
  /** The peaks of the quarters that begin in [from, to), epoch ms, as of `now`. */
  peaks(name: string, from: number, to: number, now: number): Peaks
  dropBefore(before: number): void
}

interface Gauge {
  waiting: number
  inService: number
  /** When it last changed; what it was then is in no peak yet. */
  changedAt: number
  readonly quarters: Map<number, Peaks>
  /** The quarter to which peaks were added last. */
  latest: { readonly start: number; readonly end: number; readonly peaks: Peaks } | undefined
}

export function createGauges(zone: Zone): Gauges {
  const gauges = new Map<string, Gauge>()
  const byScope = new Map<string, readonly Gauge[]>()

  const quarterOf = (at: number): number => zone.intervalStart(at, quarterMinutes)

  const quarterAt = (gauge: Gauge, at: number): NonNullable<Gauge['latest']> => {
    const { latest } = gauge
    if (latest !== undefined && at >= latest.start && at < latest.end) return latest
    const start = quarterOf(at)
    let peaks = gauge.quarters.get(start)
    if (peaks === undefined) gauge.quarters.set(start, (peaks = noPeaks()))
    gauge.latest = { start, end: zone.nextInterval(at, quarterMinutes), peaks }
    return gauge.latest
  }

  /** Keeps what the gauge showed from its last change until `until`, both epoch ms. */
  const keep = (gauge: Gauge, until: number): void => {
    let from = gauge.changedAt
    if (until <= from) return
    gauge.changedAt = until
    if (gauge.waiting + gauge.inService === 0) return
    const present = presentOf(gauge)
    while (from < until) {
      const { end, peaks } = quarterAt(gauge, from)
      raise(peaks, present)
      from = end
    }
  }

  const count = (gauge: Gauge, visit: Visit, sign: 1 | -1): void => {
    if (visit.isInGauge) gauge.waiting += sign
    if (visit.isInService) gauge.inService += sign
  }

  const changeAll = (visits: readonly Visit[], at: number, sign: 1 | -1): void => {
    for (const visit of visits) {
      if (!visit.isInGauge && !visit.isInService) continue
      for (const gauge of byScope.get(visit.scope) ?? none) {
        keep(gauge, at)
        count(gauge, visit, sign)
      }
    }
  }

  return {
    watch(name, scopes, visits, at) {
      const former = gauges.get(name)
      if (former !== undefined) {
        keep(former, at)
        for (const [scope, known] of byScope) {
          byScope.set(
            scope,
            known.filter((gauge) => gauge !== former),
          )
        }
      }
      const quarters = former?.quarters ?? new Map<number, Peaks>()
      const gauge: Gauge = { waiting: 0, inService: 0, changedAt: at, quarters, latest: undefined }
      gauges.set(name, gauge)
      for (const scope of scopes) {
        byScope.set(scope, [...(byScope.get(scope) ?? none), gauge])
      }
      for (const visit of visits) if (scopes.includes(visit.scope)) count(gauge, visit, 1)
    },
    change(gone, come, at) {
      changeAll(gone, at, -1)
      changeAll(come, at, 1)
    },
    peaks(name, from, to, now) {
      const peaks = noPeaks()
      const gauge = gauges.get(name)
      if (gauge === undefined) return peaks
      keep(gauge, now)
      for (const [start, quarter] of gauge.quarters) {
        if (start >= from && start < to) raise(peaks, quarter)
      }
      const present = quarterOf(now)
      if (present >= from && present < to) raise(peaks, presentOf(gauge))
      return peaks
    },
    dropBefore(before) {
      for (const gauge of gauges.values()) {
        gauge.latest = undefined
        for (const start of gauge.quarters.keys()) {
          if (start < before) gauge.quarters.delete(start)
        }
      }
    },
  }
}

const none: readonly Gauge[] = []

function noPeaks(): Peaks {
  return { waiting: 0, inService: 0, inProgress: 0 }
}

function presentOf({ waiting, inService }: Gauge): Peaks {
  return { waiting, inService, inProgress: waiting + inService }
}

function raise(peaks: Peaks, other: Peaks): void {
  peaks.waiting = Math.max(peaks.waiting, other.waiting)
  peaks.inService = Math.max(peaks.inService, other.inService)
  peaks.inProgress = Math.max(peaks.inProgress, other.inProgress)
}
