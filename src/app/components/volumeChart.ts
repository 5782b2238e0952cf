import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { refill } from '../composables/refill.ts'
import type { ChartLook } from '../composables/useChartLook.ts'
import { messages } from '../locales/messages.ts'
import { hatch } from './hatch.ts'
import type { VolumeRow } from './views.ts'
import { volumeOptions } from './volumeOptions.ts'

/** The rows between the first and the last interval with calls; the running one always ends them. */
export function busyRows(rows: readonly VolumeRow[]): readonly VolumeRow[] {
  const hasCalls = ({ offered, answered }: VolumeRow): boolean => offered > 0 || answered > 0
  const first = rows.findIndex(hasCalls)
  if (first < 0) return []
  let end = rows.length
  for (let last = rows[end - 1]; end > first + 1 && last !== undefined; last = rows[end - 1]) {
    if (hasCalls(last) || last.isOpen) break
    end--
  }
  return rows.slice(first, end)
}

/**
 * Offered calls per interval as stacked bars, service level as a line with a scale of its own, 0 to 100 %, on which a
 * thin line marks the target. Intervals that were not covered lie on a hatched ground.
 * @param target 0..1
 */
export function volumeConfig(look: ChartLook, target: number): ChartConfiguration {
  const { chart } = messages
  return {
    type: 'bar',
    data: {
      labels: [],
      datasets: [
        {
          type: 'line',
          label: chart.serviceLevel,
          yAxisID: 'level',
          data: [],
          borderColor: look.level,
          backgroundColor: look.level,
          borderWidth: look.textSize / 8,
          pointRadius: look.textSize / 8,
          clip: false,
          order: 0,
        },
        bars(chart.answered),
        bars(chart.abandoned),
        bars(chart.other),
        {
          type: 'bar',
          label: chart.gap,
          yAxisID: 'gap',
          data: [],
          grouped: false,
          barPercentage: 1,
          categoryPercentage: 1,
          backgroundColor: hatch(look.gap, look.textSize / 2),
          order: 2,
        },
      ],
    },
    options: volumeOptions(look, target),
  }
}

/** Puts the rows into the arrays of a chart that `volumeConfig` made. */
export function fillVolume(
  data: ChartConfiguration['data'],
  rows: readonly VolumeRow[],
  look: ChartLook,
): void {
  const [level, answered, abandoned, other, gap] = data.datasets
  const put = (dataset: Dataset, valueOf: (row: VolumeRow) => number | null): void => {
    if (dataset !== undefined) refill(dataset.data, rows.map(valueOf))
  }
  const paint = (dataset: Dataset, colour: string, openColour: string): void => {
    const colours = rows.map(({ isOpen }) => (isOpen ? openColour : colour))
    if (dataset !== undefined) dataset.backgroundColor = colours
  }
  data.labels ??= []
  refill(
    data.labels,
    rows.map(({ label }) => label),
  )
  put(level, ({ serviceLevel }) => (serviceLevel === undefined ? null : serviceLevel * 100))
  put(answered, (row) => row.answered)
  put(abandoned, (row) => row.abandoned)
  put(other, otherCount)
  put(gap, ({ isPartial }) => (isPartial ? 1 : null))
  paint(answered, look.answered, look.answeredOpen)
  paint(abandoned, look.abandoned, look.abandonedOpen)
  paint(other, look.other, look.otherOpen)
}

const otherCount = ({ offered, answered, abandoned }: VolumeRow): number =>
  Math.max(0, offered - answered - abandoned)

type Dataset = ChartConfiguration['data']['datasets'][number] | undefined

function bars(label: string): ChartDataset<'bar'> & { type: 'bar' } {
  return {
    type: 'bar',
    label,
    data: [],
    stack: 'offered',
    order: 1,
    barPercentage: 1,
    categoryPercentage: 0.8,
  }
}
