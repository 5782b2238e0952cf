import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoRoster } from '../../src/emulator/roster.ts'
import { startWallStage } from '../support/wallStage.ts'
import type { WallStage } from '../support/wallStage.ts'

const start = Date.parse('2026-11-21T08:30:00Z')
let stage: WallStage

beforeAll(async () => {
  stage = await startWallStage({
    roster: demoRoster(4),
    start,
    timeZone: 'Europe/Budapest',
    config: {
      teams: [{ id: 'support', name: 'Support', queues: ['5000'], extensions: ['1001-1004'] }],
    },
  })
})

afterAll(() => stage.stop())

test('the team picker lists the walls that are online, and drops those that go', async () => {
  const picker = await stage.visit('/')
  const walls = picker.locator('[data-wall]')
  await picker.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })
  expect(await walls.count()).toBe(0)

  const wall = await stage.visit('/team/support')
  await walls.first().waitFor()
  expect(await walls.locator('td').allTextContents()).toEqual([
    'Support wall',
    '/team/support',
    'test',
    '09:30',
  ])
  await wall.close()
  await walls.first().waitFor({ state: 'detached' })
  await picker.close()
})

test('a picker that is opened later lists the walls that were there before', async () => {
  const wall = await stage.visit('/team/support')
  await wall.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })
  const picker = await stage.visit('/')
  await picker.locator('[data-wall]').first().waitFor()
  await Promise.all([wall.close(), picker.close()])
})

test('the card opens with ? and closes with Escape', async () => {
  const wall = await stage.visit('/team/support')
  await wall.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })
  await wall.keyboard.press('?')
  expect(await wall.locator('[data-card-row="unknownWords"]').textContent()).toBe('0')
  expect(await wall.locator('[data-card-row="zone"]').textContent()).toBe('Europe/Budapest')
  await wall.keyboard.press('Escape')
  expect(await wall.locator('[data-card]').count()).toBe(0)
  await wall.close()
})
