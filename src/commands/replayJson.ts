import type { DayReport, ReportedInterval } from './replayReport.ts'

/** The reports as JSON, a line for each day; `null` is no value. */
export function replayJson(reports: readonly DayReport[]): string {
  return `[\n${reports.map(dayJson).join(',\n')}\n]`
}

function dayJson({ day, figures, queues, intervals }: DayReport): string {
  return JSON.stringify(
    {
      day,
      figures,
      queues: Object.fromEntries(queues.map(({ queue, figures }) => [queue, figures])),
      intervals: intervals.map(intervalJson),
    },
    (name, value: unknown) => (notPrinted.has(name) ? undefined : (value ?? null)),
  )
}

/** What an interval has besides its figures and its start. */
const notPrinted = new Set(['end', 'isCovered', 'isCounted'])

function intervalJson(interval: ReportedInterval): object {
  return { ...interval, start: interval.startsAt.slice(11, 16) }
}
