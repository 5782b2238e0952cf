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

/** To draw a chart costs as much as to draw all tiles, and nobody reads it faster. */
const pauseMs = 1000

/**
 * Keeps one chart on `canvas`: made when the canvas appears, changed in place when there are other numbers, at once but not
 * more than once a second, or another look; destroyed with the scope or the canvas. Only bars and lines are known to it.
 */
export function useChart(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  { config, fill }: ChartSource,
): void {
  let chart: Chart | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  let hasNews = false

  function stop(): void {
    clearTimeout(pause)
    pause = undefined
    hasNews = false
    chart?.destroy()
    chart = undefined
  }

  function draw(): void {
    if (chart === undefined) return
    fill()(chart.data)
    chart.update('none')
    hasNews = false
    pause = setTimeout(() => {
      pause = undefined
      if (hasNews) draw()
    }, pauseMs)
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
  watch(fill, () => {
    if (pause === undefined) draw()
    else hasNews = true
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
