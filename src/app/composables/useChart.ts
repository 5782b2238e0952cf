import type { ChartConfiguration } from 'chart.js'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js'
import type { Ref } from 'vue'
import { onScopeDispose, watch } from 'vue'

/** What a chart shows, and how. */
export interface ChartSource {
  /** The chart without its numbers; asked anew only when the look has changed. */
  readonly config: () => ChartConfiguration
  /** Puts the numbers into the arrays of a chart that was made from `config`. */
  readonly fill: () => (data: ChartConfiguration['data']) => void
}

/**
 * Keeps one chart on `canvas`: made when the canvas appears, changed in place whenever there are other numbers or another
 * look, destroyed with the scope or the canvas. Only bars and lines are known to it.
 */
export function useChart(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  { config, fill }: ChartSource,
): void {
  let chart: Chart | undefined

  function stop(): void {
    chart?.destroy()
    chart = undefined
  }

  watch(
    canvas,
    (element) => {
      stop()
      if (element === null) return
      Chart.register(BarController, BarElement, CategoryScale, LinearScale)
      Chart.register(LineController, LineElement, PointElement)
      const made = config()
      fill()(made.data)
      chart = new Chart(element, made)
    },
    { flush: 'post' },
  )
  watch(fill, (write) => {
    if (chart === undefined) return
    write(chart.data)
    chart.update('none')
  })
  watch(config, ({ data, options }) => {
    if (chart === undefined) return
    for (const [index, dataset] of data.datasets.entries()) {
      const present = chart.data.datasets[index]
      if (present !== undefined) Object.assign(present, dataset, { data: present.data })
    }
    if (options !== undefined) chart.options = options
    fill()(chart.data)
    // The mode 'none' would leave elements that share their options in the colours they have.
    chart.update()
  })
  onScopeDispose(stop)
}
