import { Chart } from 'chart.js'
import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-vue'
import VolumeChart from '@/app/components/VolumeChart.vue'
import '@/app/styles/base.css'
import { volumeRow } from './builders.ts'

const root = document.documentElement

afterEach(() => {
  delete root.dataset['theme']
})

test('a chart that is there takes the colours of a new theme: line, dots, bars, scales', async () => {
  const rows = [
    volumeRow('08:30', { offered: 3, answered: 2, abandoned: 1, serviceLevel: 2 / 3 }),
    volumeRow('09:00', { offered: 2, answered: 2, serviceLevel: 1 }),
  ]
  const { container } = await render(VolumeChart, { props: { rows } })
  const chart = Chart.getChart(container.querySelector('canvas')!)!
  const colourOf = (series: number): unknown =>
    chart.getDatasetMeta(series).data[0]?.options['backgroundColor']
  root.dataset['theme'] = 'light'
  const token = (name: string): string => getComputedStyle(root).getPropertyValue(name).trim()
  await vi.waitFor(() => {
    expect(chart.options.scales?.['y']?.ticks?.color).toBe(token('--text-quiet'))
  })
  expect([0, 1, 2].map(colourOf)).toEqual([
    token('--chart-level'),
    token('--chart-answered'),
    token('--chart-abandoned'),
  ])
  expect(chart.getDatasetMeta(0).dataset?.options['borderColor']).toBe(token('--chart-level'))
})
