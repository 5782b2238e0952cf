import { costPerThousand, goalsOf } from './goals.ts'
import type { BenchResult, LoadRow } from './result.ts'
import { tableOf } from './table.ts'

/** A result as a person reads it: a table for each kind of figure, and the goals. */
export function reportOf(result: BenchResult): string {
  const parts = [
    loadTable(result.load),
    timeTable('ms until a burst of 5,000 events is on the screen', result.burst),
    timeTable('ms until the first tile', result.firstTile),
    heapTable(result),
    scriptTable(result),
    domainTable(result),
    goalTable(result),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

const perThousand = ['script', 'style', 'layout', 'paint', 'task'] as const

function loadTable(load: readonly LoadRow[]): string {
  if (load.length === 0) return ''
  const heading = [
    ...['case', 'slowed', 'page', ...perThousand, 'x limit', 'busy', 'p50', 'p95', 'p99'],
    ...['long', 'dropped', 'frames', 'events', 'stolen'],
  ]
  const rows = load.map((row) => {
    const { figures } = row
    // What costs something without any events is told per second of the wall's time.
    const unit = row.case === 'idle' ? figures.spanMs / 1000 : figures.events / 1000
    return [
      ...[row.case, `${row.slowdown}x`, row.page],
      ...perThousand.map((name) => figures[name] / unit),
      overLimit(load, row),
      figures.busy,
      ...[figures.p50, figures.p95, figures.p99, figures.longTasks],
      ...[figures.droppedFrames, figures.frames, figures.events, figures.stolen],
    ]
  })
  const note =
    'main thread, ms of processor time per 1,000 events (idle: per second); latency in ms'
  const isDisturbed = load.some(({ figures }) => figures.stolen > 0.2)
  const warning = isDisturbed ? `\n${disturbed}` : ''
  return `${note}\n${tableOf(heading, rows)}${warning}`
}

const disturbed =
  'Where "stolen" is above 0.2 other programs had the processor for that share of the tasks: latencies and frames say little there, processor time says what it says.'

function overLimit(load: readonly LoadRow[], row: LoadRow): number | undefined {
  const limit = load.find(
    (other) => other.case === row.case && other.slowdown === row.slowdown && other.page === 'limit',
  )
  if (limit === undefined) return undefined
  if (row.case === 'idle') return row.figures.busy / limit.figures.busy
  return costPerThousand(row.figures).task / costPerThousand(limit.figures).task
}

function timeTable(title: string, rows: BenchResult['burst']): string {
  if (rows.length === 0) return ''
  return `${title}\n${tableOf(
    ['page', 'ms'],
    rows.map(({ page, ms }) => [page, ms]),
  )}`
}

function heapTable({ heap }: BenchResult): string {
  const rows = heap.flatMap(({ page, heaps }) =>
    heaps.map(({ calls, megabytes, codeMegabytes }) => [
      ...[page, calls, megabytes, codeMegabytes, megabytes - codeMegabytes],
    ]),
  )
  return rows.length === 0 ? '' : tableOf(['page', 'calls', 'heap MB', 'code MB', 'the rest'], rows)
}

function scriptTable({ scripts }: BenchResult): string {
  if (scripts.length === 0) return ''
  const rows = scripts.map(({ file, gzip, isEarly }) => [
    ...[file, gzip, isEarly ? 'before the first tile' : ''],
  ])
  return tableOf(['script', 'bytes gzip', ''], rows)
}

function domainTable({ domain }: BenchResult): string {
  if (domain.length === 0) return ''
  const heading = [
    'calls',
    'events',
    'events/s',
    'with readings',
    'in the last tenth',
    'bytes/call',
  ]
  const rows = domain.map((rate) => [
    ...[rate.calls, rate.events, rate.eventsPerSecond, rate.eventsPerSecondRead],
    ...[rate.eventsPerSecondAtEnd, rate.bytesPerCall],
  ])
  return `the domain alone, one day in Node\n${tableOf(heading, rows)}`
}

function goalTable(result: BenchResult): string {
  const goals = goalsOf(result)
  if (goals.length === 0) return ''
  const rows = goals.map(({ text, measured, limit, ratio, isMet }) => [
    ...[isMet ? 'met' : 'MISSED', text, measured, limit, ratio],
  ])
  return tableOf(['', 'goal', 'measured', 'limit', 'ratio'], rows)
}
