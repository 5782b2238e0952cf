import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { refill } from '../composables/refill.ts'
import type { ChartLook } from '../composables/useChartLook.ts'
import { messages } from '../locales/messages.ts'
import type { AgentRow } from './views.ts'
import { stillOptions } from './volumeOptions.ts'

/** The `room` agents with the most calls, the busiest first; equal ones keep their order. */
export function busiestAgents(rows: readonly AgentRow[], room: number): readonly AgentRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((one, other) => other.row.calls - one.row.calls || one.index - other.index)
    .slice(0, Math.max(0, room))
    .map(({ row }) => row)
}

/** Calls of each agent as a bar that lies and begins beside the name, with the missed ones at its end. */
export function agentsConfig(look: ChartLook): ChartConfiguration {
  const { calls, missed } = messages.figures
  const font = { size: look.textSize, family: look.font }
  const border = { display: false }
  const isRightToLeft = messages.direction === 'rtl'
  return {
    type: 'bar',
    data: { labels: [], datasets: [bars(calls, look.answered), bars(missed, look.abandoned)] },
    options: {
      ...stillOptions,
      indexAxis: 'y',
      locale: messages.locale,
      scales: {
        x: {
          stacked: true,
          reverse: isRightToLeft,
          beginAtZero: true,
          border,
          grid: { color: look.line },
          ticks: { color: look.text, font, precision: 0, maxTicksLimit: 5, maxRotation: 0 },
        },
        y: {
          stacked: true,
          position: isRightToLeft ? 'right' : 'left',
          border,
          grid: { display: false },
          ticks: { color: look.textStrong, font, autoSkip: false },
        },
      },
    },
  }
}

/** Puts the rows into the arrays of a chart that `agentsConfig` made. */
export function fillAgents(data: ChartConfiguration['data'], rows: readonly AgentRow[]): void {
  data.labels ??= []
  refill(
    data.labels,
    rows.map(({ name }) => shortened(name)),
  )
  const [callBars, missedBars] = data.datasets
  if (callBars === undefined || missedBars === undefined) return
  refill(
    callBars.data,
    rows.map((row) => row.calls),
  )
  refill(
    missedBars.data,
    rows.map((row) => row.missed),
  )
}

/** A name of no end would leave no room for the bars. */
function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`
}

const longestName = 20

function bars(label: string, colour: string): ChartDataset<'bar'> & { type: 'bar' } {
  return {
    type: 'bar',
    label,
    data: [],
    stack: 'calls',
    backgroundColor: colour,
    barPercentage: 1,
    categoryPercentage: 0.7,
  }
}
