import type { ChartConfiguration } from 'chart.js'
import { messages } from '../locales/en.ts'
import type { VolumeRow } from './views.ts'

/** What of a chart depends on theme and screen. Sizes in px. */
export interface ChartLook {
  readonly textSize: number
  readonly text: string
  readonly line: string
  readonly answered: string
  readonly answeredOpen: string
  readonly abandoned: string
  readonly other: string
  readonly level: string
  readonly font: string
}

/** The rows between the first and the last interval with calls; the running one always ends them. */
export function busyRows(rows: readonly VolumeRow[]): readonly VolumeRow[] {
  const isBusy = (row: VolumeRow): boolean => row.offered > 0 || row.answered > 0 || row.isOpen
  const first = rows.findIndex(({ offered, answered }) => offered > 0 || answered > 0)
  if (first < 0) return []
  let end = rows.length
  while (end > first + 1 && !isBusy(rows[end - 1] ?? { ...emptyRow })) end--
  return rows.slice(first, end)
}

const emptyRow: VolumeRow = {
  interval: '',
  label: '',
  offered: 0,
  answered: 0,
  abandoned: 0,
  serviceLevel: undefined,
  isOpen: false,
}

/** Offered calls per interval as stacked bars, service level as a line with a scale of its own, 0 to 100 %. */
export function volumeConfig(rows: readonly VolumeRow[], look: ChartLook): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => label),
      datasets: [
        {
          type: 'line',
          label: messages.chart.serviceLevel,
          yAxisID: 'level',
          data: rows.map(({ serviceLevel }) =>
            serviceLevel === undefined ? null : serviceLevel * 100,
          ),
          borderColor: look.level,
          backgroundColor: look.level,
          borderWidth: look.textSize / 8,
          pointRadius: look.textSize / 8,
          clip: false,
          order: 0,
        },
        {
          ...bars(
            messages.chart.answered,
            rows.map(({ answered }) => answered),
          ),
          backgroundColor: rows.map(({ isOpen }) => (isOpen ? look.answeredOpen : look.answered)),
        },
        {
          ...bars(
            messages.chart.abandoned,
            rows.map(({ abandoned }) => abandoned),
          ),
          backgroundColor: look.abandoned,
        },
        {
          ...bars(messages.chart.other, rows.map(otherCount)),
          backgroundColor: look.other,
        },
      ],
    },
    options: volumeOptions(look),
  }
}

const otherCount = ({ offered, answered, abandoned }: VolumeRow): number =>
  Math.max(0, offered - answered - abandoned)

const bars = (
  label: string,
  data: number[],
): {
  type: 'bar'
  label: string
  data: number[]
  stack: string
  order: number
  barPercentage: number
  categoryPercentage: number
} => ({
  type: 'bar',
  label,
  data,
  stack: 'offered',
  order: 1,
  barPercentage: 1,
  categoryPercentage: 0.8,
})

function volumeOptions(look: ChartLook): NonNullable<ChartConfiguration['options']> {
  const font = { size: look.textSize, family: look.font }
  const border = { display: false }
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    scales: {
      x: {
        stacked: true,
        border,
        grid: { display: false },
        ticks: { color: look.text, font, maxRotation: 0, autoSkipPadding: look.textSize },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        border,
        grid: { color: look.line },
        ticks: { color: look.text, font, precision: 0, maxTicksLimit: 4 },
      },
      level: {
        position: 'right',
        min: 0,
        max: 100,
        border,
        grid: { display: false },
        ticks: { color: look.text, font, stepSize: 50, callback: (value) => `${value}%` },
      },
    },
  }
}
