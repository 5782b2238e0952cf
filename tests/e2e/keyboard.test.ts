import { expect, test } from 'vitest'
import { demoRoster } from '../../src/emulator/roster.ts'
import { hooks, smallStage } from '../support/smallCentre.ts'

test('with keys alone a team is picked, its wall is paged and stopped, and its card is read', async () => {
  const stage = await smallStage({
    roster: demoRoster(240),
    config: {
      presence: { notSeen: false },
      teams: [
        { id: 'sales', name: 'Sales', queues: ['5001'], extensions: ['1001-1002'] },
        { id: 'support', name: 'Support', queues: ['5000'], extensions: ['1003-1240'] },
      ],
    },
  })
  const page = await stage.open('/')
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => (document.activeElement as HTMLElement).dataset['team'])
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('sales')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('support')
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
  expect(outline).not.toBe('none')

  await page.keyboard.press('Enter')
  await page.locator('[data-page-sign]').waitFor()
  const shownPage = async (): Promise<string | undefined> =>
    (await hooks(page, '[data-page-sign]'))[0]?.['page']
  await page.keyboard.press('p')
  expect(await shownPage()).toBe('1')
  await page.keyboard.press('ArrowRight')
  expect(await shownPage()).toBe('2')

  await page.keyboard.press('?')
  expect(await page.locator('[data-card]').textContent()).toContain('Service level')
  await page.keyboard.press('Escape')
  expect(await page.locator('[data-card]').count()).toBe(0)
})
