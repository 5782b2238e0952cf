import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import QueueRows from '@/app/components/QueueRows.vue'
import type { QueueView } from '@/app/components/views.ts'
import '@/app/styles/base.css'
import { hooksOf, queue } from './builders.ts'

async function rowsOf(queues: readonly QueueView[], moreCount = 0): Promise<HTMLElement> {
  await page.viewport(1920, 1080)
  const { container } = await render(QueueRows, { props: { queues, moreCount, isStale: false } })
  return container
}

test('a queue tells who waits, the longest wait and its service level', async () => {
  const container = await rowsOf([queue('5000', 2), queue('5001', 0)])
  const figures = [...container.querySelectorAll<HTMLElement>('[data-scope="queue:5000"]')]
  expect(figures.map(hooksOf)).toMatchObject([
    { figure: 'waitingCalls', value: '2', level: 'ok' },
    { figure: 'longestWaitNow', value: '' },
    { figure: 'serviceLevel', value: '0.75' },
  ])
  const row = container.querySelector('[data-queue="queue:5000"]')
  expect(row?.textContent).toContain('Queue 5000')
  expect(row?.textContent).toContain('—')
})

test.each([
  [2, 1],
  [4, 1],
  [5, 2],
  [8, 2],
])('%i queues stand in %i lines, none of them cut', async (count, lines) => {
  const queues = Array.from({ length: count }, (_, index) => queue(String(5000 + index), 10))
  const container = await rowsOf(queues)
  const rows = [...container.querySelectorAll('[data-queue]')]
  expect(new Set(rows.map((row) => row.getBoundingClientRect().top)).size).toBe(lines)
  for (const row of rows) expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth)
})

test('queues without room are counted', async () => {
  expect((await rowsOf([queue('5000', 0)], 3)).textContent).toContain('+ 3 more')
})
