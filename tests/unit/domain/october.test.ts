import { expect, test } from 'vitest'
import { replayedDays } from '../../../src/commands/replayDays.ts'
import { replayRows } from '../../../src/commands/replayFile.ts'
import { replayJson } from '../../../src/commands/replayJson.ts'
import { reportOf } from '../../../src/commands/replayReport.ts'
import type { DayReport } from '../../../src/commands/replayReport.ts'
import { settingsOf } from '../../../src/contract/siteOf.ts'
import { parseConfig } from '../../../src/contract/config.ts'
import {
  createComparison,
  namesOfAll,
  namesOfInterval,
  namesOfType,
} from '../../support/octoberComparison.ts'
import type { FoundFigures } from '../../support/octoberComparison.ts'
import { totalOf } from '../../support/octoberTotal.ts'
import { hasOctober, octoberRows, octoberTruth, queueOfType } from '../../support/october.ts'
import { trafficFile } from '../../support/trafficFile.ts'

/** A day as `callwall replay --json` prints it. */
interface PrintedDay {
  readonly day: string
  readonly figures: FoundFigures
  readonly queues: Readonly<Record<string, FoundFigures>>
  readonly intervals: readonly ({ readonly start: string } & FoundFigures)[]
}

/** The month through one centre, and the agents who had a call on any day of it. */
function replayOctober(): { days: readonly PrintedDay[]; agents: number } {
  const month = octoberRows()
  const extensions = [...new Set(month.map(({ agent }) => agent))].filter((agent) => agent !== '')
  const { config } = parseConfig({
    site: { timeZone: 'Asia/Jerusalem' },
    pbx: { address: '192.0.2.10' },
    serviceLevel: { answerWithinSeconds: 20, shortAbandonSeconds: 0 },
    teams: [{ id: 'bank', queues: Object.values(queueOfType), extensions }],
  })
  const settings = settingsOf(config!)
  const rows = replayRows('october.csv', trafficFile(month), settings)
  const reports: DayReport[] = []
  const answering = new Set<string>()
  for (const day of replayedDays(rows, settings)) {
    reports.push(reportOf(day, settings))
    for (const extension of extensions) {
      if (day.centre.agentFigures([extension], day.start).calls > 0) answering.add(extension)
    }
  }
  return { days: JSON.parse(replayJson(reports)) as PrintedDay[], agents: answering.size }
}

if (!hasOctober) {
  test('the records of the real call centre are not on this machine: the real month was not run', () => {
    expect(hasOctober).toBe(false)
  })
}

test.runIf(hasOctober)(
  'every figure of a real month equals what was counted from its records',
  { timeout: 120_000 },
  () => {
    const truth = octoberTruth()
    const { days, agents } = replayOctober()
    const comparison = createComparison()
    expect(days.map(({ day }) => day)).toEqual(truth.days.map(({ date }) => date))
    const total = totalOf(days.map(({ figures }) => figures))
    comparison.add(['month'], namesOfAll, truth.total, { ...total, agentsAnswering: agents })
    for (const [type, queue] of Object.entries(queueOfType)) {
      const found = totalOf(days.map(({ queues }) => queues[queue]!))
      comparison.add(['month', type], namesOfType, truth.total.byType[type], found)
    }
    for (const [place, { day, figures, queues, intervals }] of days.entries()) {
      const truthOfDay = truth.days[place]!
      comparison.add([day], namesOfAll, truthOfDay, figures)
      for (const [type, queue] of Object.entries(queueOfType)) {
        comparison.add([day, type], namesOfType, truthOfDay.byType[type], queues[queue]!)
      }
      expect(intervals).toHaveLength(48)
      for (const interval of intervals) {
        const { start } = interval
        const counted = truthOfDay.intervals.find((candidate) => candidate.interval === start)
        comparison.add([day, start], namesOfInterval, counted, interval)
      }
      const others = [figures, ...Object.values(queues), ...intervals].flatMap((found) => [
        ...[found['shortAbandoned'], found['flowedOut'], found['lost']],
      ])
      expect(new Set(others)).toEqual(new Set([0]))
    }
    expect(comparison.differences).toEqual([])
    const perDay = 14 + 6 * 10 + 48 * 16
    expect(comparison.compared()).toBe(14 + 6 * 10 + 31 * perDay)
  },
)
