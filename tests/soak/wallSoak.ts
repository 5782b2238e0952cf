import { createZone } from '../../src/domain/zone.ts'
import type { Fault } from '../../src/emulator/faults.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { hideEverything } from '../support/hideEverything.ts'
import { startWallStage } from '../support/wallStage.ts'
import type { WallStage } from '../support/wallStage.ts'
import { createCalls } from './calls.ts'
import { compareWall } from './compareWall.ts'
import type { ComparedWall } from './compareWall.ts'
import { countDay } from './dayTruth.ts'
import type { Restart } from './moments.ts'
import { createPageMeasure } from './pageMeasure.ts'
import type { PageMeasure } from './pageMeasure.ts'
import { soakConfig, soakRoster } from './soakSettings.ts'

export interface WallSoakOptions {
  readonly timeZone: string
  /** YYYY-MM-DD */
  readonly day: string
  readonly callsPerDay: number
  readonly agents: number
  /** Seconds between two steps, of which every moment is a multiple. */
  readonly gridSeconds: number
  /** Which hours of the day are run; `to` is not. */
  readonly from: number
  readonly to: number
  /** How often something goes wrong, and the page is measured. @default 60 */
  readonly everyMinutes?: number
  /** What goes wrong, in turn, in the middle of the calls of each such stretch; `undefined`: nothing. */
  readonly faults: readonly (Fault | undefined)[]
  /** How long nobody calls at the end of each stretch, minutes. @default 0 */
  readonly quietMinutes?: number
  /** Whether the measures tell how much of the heap is code. @default false */
  readonly measuresCode?: boolean
  readonly onStretch: (stretch: SoakedStretch) => void
}

/** What a stretch of the day left behind. */
export interface SoakedStretch {
  /** Local time of its end, `14:00`. */
  readonly until: string
  readonly fault: string
  readonly measure: PageMeasure
  readonly isLive: boolean
  /** How often the wall was not live since the soak began. */
  readonly gaps: number
}

declare global {
  interface Window {
    soakGaps?: number
  }
}

const minuteMs = 60_000
const halfHourMs = 30 * minuteMs
const hourMs = 60 * minuteMs
const faultForMs = 2 * minuteMs

/** Calls of a day through the built wall in Chromium, with every clock stepped; what the wall says at the end. */
export async function soakWall(options: WallSoakOptions): Promise<ComparedWall> {
  const { timeZone, day, faults } = options
  const zone = createZone(timeZone)
  const midnight = zone.dayStart(Date.parse(`${day}T12:00:00Z`), 0)
  const roster = soakRoster(options.agents)
  const ringSeconds = options.gridSeconds
  const stretchMs = (options.everyMinutes ?? 60) * minuteMs
  const quietMs = (options.quietMinutes ?? 0) * minuteMs
  const all = createCalls({ ...options, ringSeconds, seed: 5 })({ day, hours: 24 })
  // All have ended when the wall is compared.
  const rows = all
    .filter(
      (row) => row.arriveSeconds >= options.from * 3600 && row.endSeconds < options.to * 3600 - 300,
    )
    .filter((row) => quietMs === 0 || isBeforeQuiet(row, stretchMs, quietMs))
  const stage = await startWallStage({
    roster,
    timeZone,
    start: midnight + options.from * hourMs,
    traffic: replayTraffic(rows, { dayStart: () => midnight, ringSeconds }),
    // A wall gives up a connection when the server's list of calls is late by more than 3 s.
    config: soakConfig(roster, timeZone, options.gridSeconds),
    hasEvents: true,
  })
  try {
    const page = await stage.open('/team/soak')
    await hideEverything(page)
    const measure = await createPageMeasure(page, options.measuresCode === true)
    await page.evaluate(countGaps)
    const stepTo = stepper(stage, options.gridSeconds * 1000)
    const restarts: Restart[] = []
    const stretches = Math.round(((options.to - options.from) * hourMs) / stretchMs)
    for (let place = 0; place < stretches; place++) {
      const start = midnight + options.from * hourMs + place * stretchMs
      const fault = faults[place % Math.max(1, faults.length)]
      const faultAt = start + (stretchMs - quietMs) / 2
      await stepTo(faultAt)
      if (fault !== undefined) await stage.faults.begin(fault)
      await stepTo(faultAt + faultForMs)
      if (isForgetful(fault)) restarts.push({ from: faultAt, to: faultAt + faultForMs })
      if (fault !== undefined) await stage.faults.end(fault.name)
      await stepTo(start + stretchMs - 1)
      await stage.draw()
      const fresh = await page.locator('html').getAttribute('data-fresh')
      options.onStretch({
        until: zone.toIso(start + stretchMs).slice(11, 16),
        fault: fault?.name ?? '',
        isLive: fresh === 'live',
        gaps: await page.evaluate(() => window.soakGaps ?? NaN),
        measure: await measure(),
      })
    }
    const span = { start: midnight, end: midnight + options.to * hourMs }
    const truth = countDay(span, halfHoursOf(span), rows, () => midnight, restarts)
    return await compareWall(stage, page, zone, truth)
  } finally {
    await stage.stop()
  }
}

/** Whether a call begins and ends in one stretch, before it falls quiet. */
function isBeforeQuiet(
  { arriveSeconds, endSeconds }: TrafficRow,
  stretchMs: number,
  quietMs: number,
): boolean {
  const begin = Math.floor((arriveSeconds * 1000) / stretchMs) * stretchMs
  return endSeconds * 1000 <= begin + stretchMs - quietMs
}

/** What a PBX has forgotten is no truth that a wall could know. */
function isForgetful(fault: Fault | undefined): boolean {
  return fault?.name === 'restart' && !fault.keepsSessions
}

function halfHoursOf({
  start,
  end,
}: {
  start: number
  end: number
}): readonly { start: number; end: number }[] {
  const starts = Array.from(
    { length: (end - start) / halfHourMs },
    (_, place) => start + place * halfHourMs,
  )
  return starts.map((from) => ({ start: from, end: from + halfHourMs }))
}

/** Goes on in steps of one length, whose moments are multiples of it. */
function stepper(stage: WallStage, stepMs: number): (when: number) => Promise<void> {
  return async (when) => {
    for (let now = stage.clock.now(); now < when; now = stage.clock.now()) {
      await stage.stepTo(Math.min(when, Math.floor(now / stepMs + 1) * stepMs))
    }
  }
}

/** In the page. */
function countGaps(): void {
  const { dataset } = document.documentElement
  let before = dataset['fresh']
  window.soakGaps = 0
  new MutationObserver(() => {
    if (dataset['fresh'] === 'stale' && before !== 'stale')
      window.soakGaps = (window.soakGaps ?? 0) + 1
    before = dataset['fresh']
  }).observe(document.documentElement, { attributes: true })
}
