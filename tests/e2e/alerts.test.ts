import { expect, test } from 'vitest'
import { acceptOffer, offerToAgent } from '../../src/emulator/stories/queue.ts'
import { ringing, smallStage, waitingCaller } from '../support/smallCentre.ts'
import type { WallStage } from '../support/wallStage.ts'
import { boxesOf, watchWall } from '../support/watchWall.ts'

const limits = (quietHours: string[] = []): Promise<WallStage> =>
  smallStage({
    config: {
      presence: { notSeen: false },
      alerts: { quietHours },
      teams: [
        {
          id: 'support',
          name: 'Support',
          queues: ['5000'],
          extensions: ['1001-1002'],
          thresholds: { longestWaitNow: [5, 10] },
        },
        { id: 'sales', name: 'Sales', queues: ['5001'], extensions: ['1002', '1003'] },
      ],
    },
  })

test('somebody who waits too long is an alert, until after the answer', async () => {
  const stage = await limits()
  const page = await stage.open('/team/support')
  const alert = page.locator('[data-alert]')
  const { sessionId } = waitingCaller(stage)
  await watchWall(stage, 9)
  expect(await alert.count()).toBe(0)
  const boxes = await boxesOf(page)
  await watchWall(stage, 2)
  expect(await alert.getAttribute('data-alert')).toBe('longWait')
  expect(await boxesOf(page)).toEqual(boxes)
  expect(await alert.textContent()).toContain('0:10')
  const offered = offerToAgent(stage.exchange, sessionId, '1001')
  acceptOffer(stage.exchange, sessionId, offered?.sessionId ?? '')
  await watchWall(stage, 2)
  expect(await alert.getAttribute('data-over')).toBe('true')
  await watchWall(stage, 11)
  expect(await alert.count()).toBe(0)
})

test('a caller whom nobody is free for is an alert', async () => {
  const stage = await limits()
  const page = await stage.open('/team/support')
  ringing(stage, '1001')
  ringing(stage, '1002', { number: '+3615550124', name: '' })
  for (const number of ['+3615550125', '+3615550126', '+3615550127']) {
    waitingCaller(stage, { number, name: '' })
  }
  await watchWall(stage, 2)
  expect(await page.locator('[data-alert]').getAttribute('data-alert')).toBe('nobodyFree')
})

test('a sound that the browser blocks is marked until somebody presses a key', async () => {
  const stage = await limits()
  const page = await stage.newPage()
  await page.addInitScript(() => {
    // A browser without a screen blocks nothing by itself.
    window.AudioContext = class extends AudioContext {
      constructor() {
        super()
        void this.suspend()
      }
    }
  })
  await page.goto(`${stage.url}team/support?sound=on`)
  const mark = page.locator('[data-sound]')
  await mark.waitFor()
  expect(await mark.textContent()).toContain('press any key')
  await page.keyboard.press('x')
  await page.locator('[data-sound="armed"]').waitFor()
})

test.each([
  ['of a day without quiet hours', [], 'armed', 2],
  ['in quiet hours', ['09:00-10:00'], 'quiet', 0],
] as const)(
  'an alert %s has its sound: once, or not at all',
  async (_when, quietHours, mark, notes) => {
    const stage = await limits([...quietHours])
    const page = await stage.open('/team/support?sound=on')
    await page.evaluate(() => {
      const make: () => OscillatorNode = Reflect.get(BaseAudioContext.prototype, 'createOscillator')
      BaseAudioContext.prototype.createOscillator = function () {
        const { dataset } = document.body
        dataset['notes'] = String(Number(dataset['notes'] ?? 0) + 1)
        return make.call(this)
      }
    })
    waitingCaller(stage)
    await watchWall(stage, 25)
    expect(await page.locator('[data-alert]').count()).toBe(1)
    expect(await page.locator('[data-sound]').getAttribute('data-sound')).toBe(mark)
    const played = await page.locator('body').getAttribute('data-notes')
    expect(Number(played)).toBe(notes)
  },
)

test('an alert of a team that is not shown is told with its name', async () => {
  const stage = await limits()
  const page = await stage.open('/rotate/sales,support?every=3600')
  waitingCaller(stage)
  await watchWall(stage, 12)
  expect(await page.locator('h1').textContent()).toBe('Sales')
  expect(await page.locator('[data-alert]').textContent()).toContain('Support')
})
