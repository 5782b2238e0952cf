import { expect, test } from 'vitest'
import type { DayReport, ReportedInterval } from '../../../src/commands/replayReport.ts'
import { replayTable } from '../../../src/commands/replayTable.ts'
import type { Figures, VisitFigures } from '../../../src/domain/figures.ts'
import { settingsFor } from './replayStage.ts'

const none = undefined
const noVisits: VisitFigures = {
  offered: 0,
  answered: 0,
  abandoned: 0,
  shortAbandoned: 0,
  flowedOut: 0,
  lost: 0,
  serviceLevel: none,
  abandonRate: none,
  averageSpeedOfAnswer: none,
  averageHandleTime: none,
  averageServiceTime: none,
  averageWaitOfAbandoned: none,
  longestWaitToday: none,
  longestWaitOfAnswered: none,
  answeredWithin: 0,
  answeredByEvent: 0,
  abandonedByEvent: 0,
  maxWaiting: 0,
  maxInService: 0,
  maxInProgress: 0,
  agentsAnswering: 0,
}

function figures(changes: Partial<VisitFigures> = {}): Figures {
  return { ...noVisits, ...changes } as Figures
}

function interval(startsAt: string, changes: Partial<VisitFigures> = {}): ReportedInterval {
  return { ...noVisits, start: 0, end: 0, isCovered: true, isCounted: true, startsAt, ...changes }
}

const busy = figures({
  offered: 1746,
  answered: 1607,
  abandoned: 139,
  serviceLevel: 0.79996,
  abandonRate: 0.07961,
  averageSpeedOfAnswer: 40.482,
  averageHandleTime: 178.568,
  longestWaitToday: 493,
  maxWaiting: 10,
  maxInService: 11,
  maxInProgress: 18,
  agentsAnswering: 25,
})

function linesOf(report: Partial<DayReport>): readonly string[] {
  const day = { day: '2026-11-20', figures: figures(), queues: [], intervals: [], ...report }
  return replayTable([day], settingsFor()).split('\n')
}

/** The cells of the row that begins with `label`. */
function rowOf(lines: readonly string[], label: string): readonly string[] {
  return lines
    .find((line) => line.startsWith(label))!
    .slice(label.length)
    .trim()
    .split(/\s+/)
}

test('a day has a row for everything and one for each queue', () => {
  const queues = [{ queue: '5000', figures: { ...busy, agentsAnswering: undefined } }]
  const lines = linesOf({ figures: busy, queues })
  expect(lines[2]).toBe('2026-11-20')
  expect(rowOf(lines, 'all').join(' ')).toBe(
    '1746 1607 139 0 0 79.9 8.0 40.5 493 178.6 10 11 18 25',
  )
  expect(rowOf(lines, 'queue 5000').join(' ')).toBe(
    '1746 1607 139 0 0 79.9 8.0 40.5 493 178.6 10 11 18 —',
  )
})

test('a day without calls has counts of 0, and a dash where there is no value', () => {
  expect(rowOf(linesOf({}), 'all').join(' ')).toBe('0 0 0 0 0 — — — — — 0 0 0 0')
})

test('only half-hours with traffic are listed, those with calls of before too', () => {
  const lines = linesOf({
    intervals: [
      interval('2026-11-20T09:00:00+01:00', { offered: 3 }),
      interval('2026-11-20T09:30:00+01:00', { maxInProgress: 1 }),
      interval('2026-11-20T10:00:00+01:00'),
    ],
  })
  expect(lines.filter((line) => /^\d\d:/.test(line)).map((line) => line.slice(0, 5))).toEqual([
    '09:00',
    '09:30',
  ])
})

test('the two halves of a repeated hour can be told apart', () => {
  const lines = linesOf({
    intervals: [
      interval('2026-10-25T01:30:00+02:00', { offered: 1 }),
      interval('2026-10-25T02:30:00+02:00', { offered: 2 }),
      interval('2026-10-25T02:30:00+01:00', { offered: 3 }),
    ],
  })
  expect(rowOf(lines, '01:30')[0]).toBe('1')
  expect(rowOf(lines, '02:30 +02:00')[0]).toBe('2')
  expect(rowOf(lines, '02:30 +01:00')[0]).toBe('3')
})

test('rows are aligned, and not longer than a terminal is wide', () => {
  const queues = [{ queue: '5000', figures: busy }]
  const lines = linesOf({ figures: busy, queues }).slice(3)
  const lengths = new Set(lines.filter((line) => line !== '').map((line) => line.length))
  expect(lengths.size).toBe(1)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(120)
})

test('the rules by which the figures are counted stand above them', () => {
  expect(linesOf({})[0]).toBe(
    'time zone Europe/Budapest; service level within 20 s, formula “offered”; ' +
      'short abandons under 5 s; — is no value',
  )
})
