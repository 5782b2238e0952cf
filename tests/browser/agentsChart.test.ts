import { Chart } from 'chart.js'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { RenderResult } from 'vitest-browser-vue'
import { render } from 'vitest-browser-vue'
import AgentsChart from '@/app/components/AgentsChart.vue'
import type { AgentRow } from '@/app/components/views.ts'
import '@/app/styles/base.css'
import { agentRow, hooksOf, noon } from './builders.ts'

interface Props {
  readonly rows: readonly AgentRow[]
  readonly isPartial: boolean
}

async function chartOf(rows: readonly AgentRow[]): Promise<RenderResult<Props>> {
  await page.viewport(1920, 1080)
  const box = document.body.appendChild(document.createElement('div'))
  box.style.height = '30rem'
  return render(AgentsChart, { container: box, props: { rows, isPartial: false } })
}

const drawn = (container: Element): Chart => Chart.getChart(container.querySelector('canvas')!)!

test('the table has every agent with calls, missed ones and talk time', async () => {
  const row = agentRow('1001', { calls: 4, missed: 1, talkSeconds: 12.5, lastCallEndedAt: noon })
  const { container } = await chartOf([row, agentRow('1002')])
  const rows = [...container.querySelectorAll<HTMLElement>('[data-chart-table="agents"] tbody tr')]
  expect(rows.map(({ dataset }) => dataset['agent'])).toEqual(['1001', '1002'])
  const cells = [...rows[0]!.querySelectorAll<HTMLElement>('[data-series]')].map(hooksOf)
  expect(cells.map(({ series, value }) => [series, value])).toEqual([
    ['calls', '4'],
    ['missed', '1'],
    ['talkSeconds', '12.5'],
  ])
  const figures = [...rows[1]!.querySelectorAll<HTMLElement>('[data-figure]')].map(hooksOf)
  expect(figures).toContainEqual({
    figure: 'averageHandleTime',
    scope: 'agent:1002',
    value: '',
    level: 'ok',
    coverage: 'full',
  })
})

test('the busiest come first, and a change moves the bars of the same chart', async () => {
  const rows = [agentRow('1001', { calls: 1 }), agentRow('1002', { calls: 2 })]
  const screen = await chartOf(rows)
  const chart = drawn(screen.container)
  await expect.poll(() => chart.data.labels).toEqual(['Agent 1002', 'Agent 1001'])
  const { data } = chart.data.datasets[0]!
  await screen.rerender({ rows: [agentRow('1001', { calls: 3 }), rows[1]!] })
  await expect
    .poll(() => chart.data.labels, { timeout: 5_000 })
    .toEqual(['Agent 1001', 'Agent 1002'])
  expect(drawn(screen.container)).toBe(chart)
  expect(chart.data.datasets[0]!.data).toBe(data)
  expect(data).toEqual([3, 2])
})

test('whoever has no room is counted, not squeezed', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => agentRow(String(1001 + index)))
  const { container } = await chartOf(rows)
  const chart = drawn(container)
  await expect.poll(() => chart.data.labels!.length).toBeGreaterThan(5)
  expect(container.textContent).toContain(`+ ${60 - chart.data.labels!.length} with fewer`)
})
