import { Chart } from 'chart.js'
import { expect, test } from 'vitest'
import type { RenderResult } from 'vitest-browser-vue'
import { render } from 'vitest-browser-vue'
import VolumeChart from '@/app/components/VolumeChart.vue'
import type { VolumeRow } from '@/app/components/views.ts'
import { volumeRow } from './builders.ts'

const morning = [
  volumeRow('08:00'),
  volumeRow('08:30', { offered: 3, answered: 2, abandoned: 1, serviceLevel: 2 / 3 }),
  volumeRow('09:00', { isOpen: true }),
]

const chartOf = (
  rows: readonly VolumeRow[],
): Promise<RenderResult<{ rows: readonly VolumeRow[] }>> => render(VolumeChart, { props: { rows } })

const drawn = (container: Element): Chart => Chart.getChart(container.querySelector('canvas')!)!

test('the table has every interval, empty ones too', async () => {
  const { container } = await chartOf(morning)
  const rows = [
    ...container.querySelectorAll<HTMLElement>('[data-chart-table="volume"] [data-interval]'),
  ]
  expect(rows.map(({ dataset }) => dataset['interval'])).toEqual(morning.map((row) => row.interval))
  const values = (row: Element): (string | undefined)[][] =>
    [...row.querySelectorAll<HTMLElement>('[data-series]')].map(({ dataset }) => [
      dataset['series'],
      dataset['value'],
    ])
  expect(values(rows[1]!)).toEqual([
    ['offered', '3'],
    ['answered', '2'],
    ['abandoned', '1'],
    ['serviceLevel', String(2 / 3)],
  ])
  expect(values(rows[0]!)[3]).toEqual(['serviceLevel', ''])
})

test('the drawing leaves out the empty hours before the first call', async () => {
  const { container } = await chartOf(morning)
  expect(drawn(container).data.labels).toEqual(['08:30', '09:00'])
})

test('new figures change the same chart', async () => {
  const screen = await chartOf(morning)
  const chart = drawn(screen.container)
  await screen.rerender({
    rows: [...morning.slice(0, 2), volumeRow('09:00', { offered: 4, answered: 4 })],
  })
  expect(drawn(screen.container)).toBe(chart)
  expect(chart.data.datasets.find(({ label }) => label === 'Answered')?.data).toEqual([2, 4])
})

test('the chart goes with its component', async () => {
  const screen = await chartOf(morning)
  const canvas = screen.container.querySelector('canvas')!
  await screen.unmount()
  expect(Chart.getChart(canvas)).toBeUndefined()
})

test('a day without calls says so', async () => {
  const { container } = await chartOf([volumeRow('08:00')])
  expect(container.textContent).toContain('No calls yet today')
})
