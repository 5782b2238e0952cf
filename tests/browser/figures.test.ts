import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import FigureStrip from '@/app/components/FigureStrip.vue'
import '@/app/styles/base.css'
import type { FigureView } from '@/app/components/views.ts'
import { figure, hooksOf } from './builders.ts'

async function cardOf(facts: Partial<FigureView>): Promise<HTMLElement> {
  const { container } = await render(FigureStrip, {
    props: { figures: [figure(facts)], isStale: false },
  })
  return container.querySelector<HTMLElement>('[data-figure]')!
}

test('a figure hands its unrounded value out and shows it cut', async () => {
  const card = await cardOf({ value: 0.7996, level: 'warn' })
  expect(hooksOf(card)).toMatchObject({
    figure: 'serviceLevel',
    scope: 'team:support',
    value: '0.7996',
    level: 'warn',
    coverage: 'full',
  })
  expect(card.querySelector('.number')?.textContent.trim()).toBe('79.9%')
  expect(card.textContent).toContain('Service level')
})

test('a long number gets smaller instead of being cut', async () => {
  const box = document.body.appendChild(document.createElement('div'))
  box.style.width = '24rem'
  const { container } = await render(FigureStrip, {
    container: box,
    props: { figures: [figure({ kind: 'seconds', value: 36_000 })], isStale: false },
  })
  const number = container.querySelector('.number')!
  expect(number.textContent.trim()).toBe('10:00:00')
  const size = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize)
  expect(size(number.firstElementChild!)).toBeLessThan(size(number))
})

test('the slower figures stand in lists, with the same hooks', async () => {
  const { container } = await render(FigureStrip, {
    props: {
      figures: [],
      lists: [[figure({ name: 'direct', kind: 'count', value: 3, isPartial: true })]],
      isStale: false,
    },
  })
  expect(hooksOf(container.querySelector<HTMLElement>('[data-figure]')!)).toMatchObject({
    figure: 'direct',
    scope: 'team:support',
    value: '3',
    level: 'ok',
    coverage: 'partial',
  })
  expect(container.textContent).toContain('Direct calls')
  expect(container.textContent).toContain('Incomplete')
})

test('a figure without a value is a dash with an empty value', async () => {
  const card = await cardOf({ value: undefined })
  expect(card.dataset['value']).toBe('')
  expect(card.querySelector('.number')?.textContent.trim()).toBe('—')
})

test('zero is a value', async () => {
  const card = await cardOf({ name: 'waitingCalls', kind: 'count', value: 0 })
  expect(card.dataset['value']).toBe('0')
  expect(card.querySelector('.number')?.textContent.trim()).toBe('0')
})

test('a figure that misses part of its time is marked in words too', async () => {
  const card = await cardOf({ isPartial: true })
  expect(card.dataset['coverage']).toBe('partial')
  expect(card.textContent).toContain('Incomplete')
})

test.each([
  [1920, 1080],
  [1366, 768],
])('the mark of what is incomplete stays inside its card at %i x %i', async (width, height) => {
  await page.viewport(width, height)
  const marked = { level: 'alarm', isPartial: true, note: 'of 12,345 offered' } as const
  const { container } = await render(FigureStrip, {
    props: {
      figures: [
        figure({ name: 'waitingCalls', kind: 'count', value: 2 }),
        figure({ name: 'longestWaitNow', kind: 'seconds', value: 65 }),
        figure({ ...marked, value: 0.833 }),
        figure({ ...marked, name: 'answered', kind: 'count', value: 12_345 }),
        figure({ ...marked, name: 'abandonRate', value: 0.167 }),
        figure({ name: 'agentsAvailable', kind: 'count', value: 4 }),
      ],
      lists: [
        [figure({ ...marked, name: 'averageSpeedOfAnswer', kind: 'seconds', value: 65 })],
        [figure({ ...marked, name: 'direct', kind: 'count', value: 3 })],
      ],
      isStale: false,
    },
  })
  await document.fonts.load('1em "Inter Variable"', 'a')
  const marks = [...container.querySelectorAll('.card .mark')]
  expect(marks).toHaveLength(3)
  const rooms = marks.map((mark) => {
    const card = mark.closest('.card')!
    const padding = Number.parseFloat(getComputedStyle(card).paddingRight)
    return card.getBoundingClientRect().right - padding - mark.getBoundingClientRect().right
  })
  expect(rooms.filter((room) => room < -1)).toEqual([])
})
