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

/**
 * Keeps one chart on `canvas`: made when the canvas appears, changed in place whenever `config` gives something new,
 * destroyed with the scope or the canvas. Only bars and lines are known to it.
 */
export function useChart(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  config: () => ChartConfiguration,
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
      chart = new Chart(element, config())
    },
    { flush: 'post' },
  )
  watch(config, ({ data, options }) => {
    if (chart === undefined) return
    chart.data = data
    if (options !== undefined) chart.options = options
    chart.update('none')
  })
  onScopeDispose(stop)
}
