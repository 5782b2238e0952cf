import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { demoRoster } from '../../src/emulator/roster.ts'
import { hooks, monday, ringing, smallStage, tileStates } from '../support/smallCentre.ts'
import type { WallStage } from '../support/wallStage.ts'
import { boxesOf, watchWall } from '../support/watchWall.ts'

const shownPage = async (page: Page): Promise<string | undefined> =>
  (await hooks(page, '[data-page-sign]'))[0]?.['page']

const crowd = (): Promise<WallStage> =>
  smallStage({
    roster: demoRoster(240),
    config: {
      presence: { notSeen: false },
      teams: [{ id: 'support', name: 'Support', queues: ['5000'], extensions: ['1001-1240'] }],
    },
  })

const tilesOf = async (page: Page): Promise<string[]> =>
  (await hooks(page, '[data-tile]')).map(({ extension = '' }) => extension)

test('of 240 agents at 1080p everybody is seen at least every 15 s, without any shift of the layout', async () => {
  const stage = await crowd()
  const page = await stage.open('/team/support')
  const seenAt = new Map<string, number>()
  const boxes = new Set<string>()
  let longest = 0
  // Less than the minute after which the whole picture moves.
  await watchWall(stage, 50, async (passed) => {
    for (const extension of await tilesOf(page)) {
      longest = Math.max(longest, passed - (seenAt.get(extension) ?? 0))
      seenAt.set(extension, passed)
    }
    for (const box of await boxesOf(page)) boxes.add(box)
  })
  expect(seenAt.size).toBe(240)
  const [sign] = await hooks(page, '[data-page-sign]')
  expect(sign?.['everySeconds']).toBe('15')
  // Looked at once a second, everything seems to last a second longer.
  expect(longest).toBeLessThanOrEqual(15 + 1)
  expect(boxes.size).toBe(Math.ceil(240 / Number(sign?.['pages'])))
})

test('who rings is on the first page of the next round, and no tile jumps before', async () => {
  const stage = await crowd()
  const page = await stage.open('/team/support/agents')
  const first = await tilesOf(page)
  ringing(stage, '1240')
  await stage.draw()
  expect(await tilesOf(page)).toEqual(first)
  let turns = 0
  while (++turns < 60 && (await shownPage(page)) !== '2') await watchWall(stage, 1)
  while (++turns < 60 && (await shownPage(page)) !== '1') await watchWall(stage, 1)
  expect((await tilesOf(page))[0]).toBe('1240')
})

test('P stops the paging, arrows page, and a second P goes on', async () => {
  const stage = await crowd()
  const page = await stage.open('/team/support/agents')
  await page.keyboard.press('p')
  await watchWall(stage, 20)
  expect(await shownPage(page)).toBe('1')
  await page.keyboard.press('ArrowRight')
  expect(await shownPage(page)).toBe('2')
  await page.keyboard.press('ArrowUp')
  expect(await shownPage(page)).toBe('1')
  await page.keyboard.press('p')
  await watchWall(stage, 8)
  expect(await shownPage(page)).not.toBe('1')
})

test('a rotation shows one team after the other on one connection', async () => {
  const stage = await smallStage()
  const page = await stage.open('/rotate/support,sales?every=30')
  let connections = 0
  page.on('websocket', () => connections++)
  const title = page.locator('h1')
  expect(await title.textContent()).toBe('Support')
  await watchWall(stage, 29)
  expect(await title.textContent()).toBe('Support')
  await watchWall(stage, 2)
  expect(await title.textContent()).toBe('Sales')
  expect(Object.keys(await tileStates(page)).sort()).toEqual(['1002', '1003'])
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')
  expect(connections).toBe(0)
  await page.keyboard.press('p')
  await watchWall(stage, 60)
  expect(await title.textContent()).toBe('Sales')
  await page.keyboard.press('ArrowLeft')
  expect(await title.textContent()).toBe('Support')
})

test('a rotation through an unknown team says which, and which there are', async () => {
  const stage = await smallStage()
  const page = await stage.open('/rotate/nobody,sales?every=5')
  const card = page.getByRole('alert')
  expect(await card.textContent()).toContain('nobody')
  expect(await card.getByRole('link').allTextContents()).toEqual(['Support', 'Sales'])
  await watchWall(stage, 6)
  expect(await page.locator('h1').textContent()).toBe('Sales')
})

test('outside opening hours there is a dim clock, but never over a call or a key', async () => {
  const stage = await smallStage({
    config: { site: { openingHours: { mon: ['10:00-18:00'] } }, presence: { notSeen: false } },
  })
  const page = await stage.open('/team/support')
  const clock = page.locator('[data-closed]')
  await watchWall(stage, 1)
  expect(await clock.textContent()).toContain('Opens 10:00')
  const { sessionId } = ringing(stage, '1001')
  await watchWall(stage, 1)
  expect(await clock.count()).toBe(0)
  stage.exchange.move(sessionId, 'Cancelled')
  await watchWall(stage, 1)
  expect(await clock.count()).toBe(1)
  await page.keyboard.press('x')
  expect(await clock.count()).toBe(0)
  await watchWall(stage, 61)
  expect(await clock.count()).toBe(1)
  await stage.stepTo(monday + 30 * 60_000)
  await watchWall(stage, 1)
  expect(await clock.count()).toBe(0)
})

test('the card tells the keys and what keeps the screen on', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  await page.keyboard.press('?')
  await stage.draw()
  const row = (name: string): Promise<string | null> =>
    page.locator(`[data-card-row="${name}"]`).textContent()
  expect(await row('keys')).toContain('F full screen')
  expect(await row('sound')).toContain('sound=on')
  expect((await row('wakeLock'))?.length).toBeGreaterThan(10)
})

test('F fills the screen and gives it back', async () => {
  const stage = await smallStage()
  const page = await stage.visit('/team/support')
  await page.locator('[data-tile]').first().waitFor()
  await page.keyboard.press('f')
  await page.waitForFunction(() => document.fullscreenElement !== null)
  await page.keyboard.press('f')
  await page.waitForFunction(() => document.fullscreenElement === null)
})
