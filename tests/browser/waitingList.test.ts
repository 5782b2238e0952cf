import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import WaitingList from '@/app/components/WaitingList.vue'
import type { WaitingView } from '@/app/components/views.ts'
import '@/app/styles/base.css'
import { label, noon, waiting } from './builders.ts'

async function listOf(list: readonly WaitingView[], height = '80vh'): Promise<HTMLElement> {
  const box = document.body.appendChild(document.createElement('div'))
  box.style.height = height
  const { container } = await render(WaitingList, {
    container: box,
    props: { waiting: list, now: noon, isStale: false, label, thresholds: [60, 120] },
  })
  return container
}

const levels = (container: HTMLElement): (string | undefined)[] =>
  [...container.querySelectorAll<HTMLElement>('[data-waiting]')].map(
    ({ dataset }) => dataset['level'],
  )

test('who waits is listed with number, queue and time', async () => {
  const container = await listOf([waiting('1', noon - 61_000)])
  expect(container.querySelector('[data-waiting="1"]')?.textContent).toBe('+36 1 555 1Support1:01')
})

test('a wait warns and alarms from its limits on', async () => {
  const waits = [120, 119, 60, 59].map((seconds) => waiting(String(seconds), noon - seconds * 1000))
  const container = await listOf(waits)
  await expect.poll(() => levels(container)).toEqual(['alarm', 'warn', 'warn', 'ok'])
})

test('whoever has no room is counted, not cut', async () => {
  const list = Array.from({ length: 30 }, (_, index) => waiting(String(index), noon))
  const container = await listOf(list, '14rem')
  await expect.poll(() => levels(container).length).toBeGreaterThan(1)
  const shown = levels(container).length
  expect(container.textContent).toContain(`+ ${30 - shown} more`)
  const panel = container.querySelector('.panel')!.getBoundingClientRect()
  const more = [...container.querySelectorAll('p')].pop()!.getBoundingClientRect()
  expect(more.bottom).toBeLessThanOrEqual(panel.bottom)
})

test('an empty queue says that nobody waits', async () => {
  expect((await listOf([])).textContent).toContain('Nobody is waiting')
})
