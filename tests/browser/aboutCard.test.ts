import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import AboutCard from '@/app/components/AboutCard.vue'
import '@/app/styles/base.css'

const long = 'a sentence of many words that goes over more than one line of the card, or even two'

test.each([
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
])('at %i x %i the card is on the screen as a whole', async (width, height) => {
  await page.viewport(width, height)
  const rows = Array.from({ length: 10 }, (_, index) => {
    return { name: `row${index}`, label: `Row ${index}`, text: index % 3 === 0 ? long : 'short' }
  })
  const { container } = await render(AboutCard, { props: { rows } })
  const card = container.querySelector('[data-card]')!
  const { top, bottom, left, right } = card.getBoundingClientRect()
  expect(top).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeLessThanOrEqual(height)
  expect(left).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(width)
  expect(card.querySelector('[data-card-row="row1"]')?.textContent).toBe('short')
})
