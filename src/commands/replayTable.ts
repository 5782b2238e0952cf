import type { VisitFigures } from '../domain/figures.ts'
import type { CentreSettings } from '../domain/settings.ts'
import type { DayReport, ReportedInterval } from './replayReport.ts'

type Values = Partial<Record<keyof VisitFigures, number | undefined>>

interface Column {
  readonly name: keyof VisitFigures
  readonly heading: readonly [string, string, string]
  readonly write: (value: number) => string
}

const count = (value: number): string => String(value)
const seconds = (value: number): string => value.toFixed(1)
const whole = (value: number): string => String(Math.round(value))
/** Less than two ratios of calls can differ by, more than the error of a division. */
const tolerance = 1e-9
/** Percentages are cut toward the worse side, so that a target is never shown as met by rounding. */
const percentCut = (ratio: number): string => (Math.floor(ratio * 1000 + tolerance) / 10).toFixed(1)
const percentRaised = (ratio: number): string =>
  (Math.ceil(ratio * 1000 - tolerance) / 10).toFixed(1)

const columns: readonly Column[] = [
  { name: 'offered', heading: ['', '', 'offered'], write: count },
  { name: 'answered', heading: ['', '', 'answered'], write: count },
  { name: 'abandoned', heading: ['', 'aban-', 'doned'], write: count },
  { name: 'shortAbandoned', heading: ['short', 'aban-', 'doned'], write: count },
  { name: 'flowedOut', heading: ['', 'flowed', 'out'], write: count },
  { name: 'serviceLevel', heading: ['service', 'level', '%'], write: percentCut },
  { name: 'abandonRate', heading: ['abandon', 'rate', '%'], write: percentRaised },
  { name: 'averageSpeedOfAnswer', heading: ['mean', 'wait', 's'], write: seconds },
  { name: 'longestWaitToday', heading: ['longest', 'wait', 's'], write: whole },
  { name: 'averageHandleTime', heading: ['handle', 'time', 's'], write: seconds },
  { name: 'maxWaiting', heading: ['max', 'wait-', 'ing'], write: count },
  { name: 'maxInService', heading: ['max in', 'ser-', 'vice'], write: count },
  { name: 'maxInProgress', heading: ['max in', 'pro-', 'gress'], write: count },
  { name: 'agentsAnswering', heading: ['agents', 'answer-', 'ing'], write: count },
]

/** The reports as tables for a person, one for each day; all figures of a day and of its half-hours with traffic. */
export function replayTable(reports: readonly DayReport[], settings: CentreSettings): string {
  const { answerWithinMs, shortAbandonMs, formula } = settings.serviceLevel
  const rules = [
    `time zone ${settings.timeZone}`,
    `service level within ${answerWithinMs / 1000} s, formula “${formula}”`,
    shortAbandonMs === 0
      ? 'short abandons not told apart'
      : `short abandons under ${shortAbandonMs / 1000} s`,
  ]
  return [`${rules.join('; ')}; — is no value`, ...reports.map(dayTable)].join('\n\n')
}

function dayTable({ day, figures, queues, intervals }: DayReport): string {
  const busy = intervals.filter(hasTraffic)
  const rows = [
    rowOf('all', figures),
    ...queues.map(({ queue, figures }) => rowOf(`queue ${queue}`, figures)),
    [],
    ...busy.map((interval) => rowOf(timeOf(interval, intervals), interval)),
  ]
  const headings = [0, 1, 2].map((line) => [
    '',
    ...columns.map(({ heading }) => heading[line] ?? ''),
  ])
  const title = day === '' ? 'The day' : day
  return [title, ...aligned([...headings, ...rows])].join('\n')
}

function rowOf(label: string, figures: Values): readonly string[] {
  const cells = columns.map(({ name, write }) => {
    const value = figures[name]
    return value === undefined ? '—' : write(value)
  })
  return [label, ...cells]
}

function hasTraffic({
  offered,
  maxInProgress,
  answeredByEvent,
  abandonedByEvent,
}: VisitFigures): boolean {
  return offered + maxInProgress + answeredByEvent + abandonedByEvent > 0
}

/** The local time; with the offset where the day has that time twice. */
function timeOf({ startsAt }: ReportedInterval, intervals: readonly ReportedInterval[]): string {
  const time = startsAt.slice(11, 16)
  const isTwice = intervals.filter((other) => other.startsAt.slice(11, 16) === time).length > 1
  return isTwice ? `${time} ${startsAt.slice(19)}` : time
}

/** The first column to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = ['', ...columns].map((_, place) =>
    Math.max(...rows.map((row) => (row[place] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, place) =>
        place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[place] ?? 0) + 1),
      )
      .join('')
      .trimEnd(),
  )
}
