import { Chart } from 'chart.js'
import { expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { RenderResult } from 'vitest-browser-vue'
import { render } from 'vitest-browser-vue'
import VolumeChart from '@/app/components/VolumeChart.vue'
import type { VolumeRow } from '@/app/components/views.ts'
import '@/app/styles/base.css'
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

test('new figures change the same chart, in its own arrays', async () => {
  const screen = await chartOf(morning)
  const chart = drawn(screen.container)
  const answered = chart.data.datasets.find(({ label }) => label === 'Answered')!
  const { data } = answered
  await screen.rerender({
    rows: [...morning.slice(0, 2), volumeRow('09:00', { offered: 4, answered: 4 })],
  })
  expect(drawn(screen.container)).toBe(chart)
  expect(chart.data.datasets).toContain(answered)
  expect(answered.data).toBe(data)
  expect(data).toEqual([2, 4])
})

test('a chart whose figures change all the time is drawn once a second', async () => {
  const screen = await chartOf(morning)
  const chart = drawn(screen.container)
  const answered = (): unknown =>
    chart.data.datasets.find(({ label }) => label === 'Answered')?.data
  const tell = (count: number): Promise<void> =>
    screen.rerender({
      rows: [...morning.slice(0, 2), volumeRow('09:00', { offered: count, answered: count })],
    })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  await tell(1)
  expect(answered()).toEqual([2, 1])
  await tell(2)
  await tell(3)
  expect(answered()).toEqual([2, 1])
  vi.advanceTimersByTime(1_000)
  expect(answered()).toEqual([2, 3])
  await tell(4)
  expect(answered()).toEqual([2, 3])
  vi.advanceTimersByTime(1_000)
  expect(answered()).toEqual([2, 4])
})

test('the running interval has another colour', async () => {
  const { container } = await chartOf(morning)
  const answered = drawn(container).data.datasets.find(({ label }) => label === 'Answered')!
  const colours = answered.backgroundColor as string[]
  expect(new Set(colours).size).toBe(colours.length)
})

test('an interval that was not covered is hatched, said in words and marked in the table', async () => {
  const { container } = await chartOf([
    volumeRow('08:00', { offered: 1, answered: 1, isPartial: true }),
    volumeRow('08:30', { offered: 1, answered: 1 }),
  ])
  const gap = drawn(container).data.datasets.find(({ label }) => label === 'Not connected')!
  expect(gap.data).toEqual([1, null])
  expect(gap.backgroundColor).toBeInstanceOf(CanvasPattern)
  expect(container.querySelector('h2')?.textContent).toContain('not connected')
  const coverage = [...container.querySelectorAll<HTMLElement>('[data-interval]')].map(
    ({ dataset }) => dataset['coverage'],
  )
  expect(coverage).toEqual(['partial', 'full'])
})

test('the target is the one line across, with its number', async () => {
  const { container } = await render(VolumeChart, { props: { rows: morning, target: 0.9 } })
  const ticks = drawn(container).scales['level']!.ticks
  expect(ticks.map(({ value, label }) => [value, label])).toEqual([[90, '90%']])
})

test('another size of the screen keeps the chart and what it shows', async () => {
  await page.viewport(1920, 1080)
  const { container } = await chartOf(morning)
  const chart = drawn(container)
  const sizeOf = (): unknown => chart.options.scales?.['x']?.ticks?.font
  const before = JSON.stringify(sizeOf())
  await page.viewport(960, 540)
  await expect.poll(() => JSON.stringify(sizeOf())).not.toBe(before)
  expect(drawn(container)).toBe(chart)
  expect(chart.data.labels).toEqual(['08:30', '09:00'])
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
