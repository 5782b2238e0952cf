import { expect, test } from 'vitest'
import { smallStage } from '../support/smallCentre.ts'

test('the card says how this wall counts', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support?interval=60')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.keyboard.press('?')
  await stage.draw()
  const text = (name: string): Promise<string> =>
    page.locator(`[data-card-row="${name}"]`).innerText()
  expect(await text('serviceLevel')).toContain('within 20 s')
  expect(await text('thresholds')).toBe('no limits set for this wall')
  expect(await text('interval')).toBe('60 min')
  expect(await text('covered')).toContain('not connected 00:00–')
  const box = await page.locator('[data-card]').boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(768)
})
