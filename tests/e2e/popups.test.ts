import { expect, test } from 'vitest'
import { acceptOffer, offerToAgent } from '../../src/emulator/stories/queue.ts'
import {
  customer,
  hooks,
  monday,
  popupFields,
  ringing,
  smallStage,
  waitingCaller,
} from '../support/smallCentre.ts'

const popup = '[data-popup]'

test('a popup appears with the first change of a session, not before', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const { sessionId } = stage.exchange.open({ caller: '+3615550123', callee: '1001' })
  await stage.draw()
  expect(await page.locator(popup).count()).toBe(0)
  stage.exchange.move(sessionId, 'Ringing')
  await stage.draw()
  expect(await hooks(page, popup)).toMatchObject([
    { call: sessionId, session: sessionId, state: 'Ringing', direction: 'inbound' },
  ])
})

test('a popup names caller, callee, direction and state, and never an outside number whole', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  ringing(stage, '1001', { number: '+3615550123', name: 'Jo Fox' })
  await stage.draw()
  expect(await popupFields(page)).toEqual({
    caller: 'Jo Fox +3615550•••',
    callee: 'Ana Ruiz 1001',
    direction: 'Incoming',
    state: 'Ringing',
  })
  expect(await page.content()).not.toContain('+3615550123')
})

test('one popup follows one call through queue and agent, in the same element', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const waiting = waitingCaller(stage)
  await stage.draw()
  const element = await page.locator(popup).elementHandle()
  const offered = offerToAgent(stage.exchange, waiting.sessionId, '1001')
  await stage.draw()
  const states = [await hooks(page, popup)]
  acceptOffer(stage.exchange, waiting.sessionId, offered?.sessionId ?? '')
  await stage.draw()
  states.push(await hooks(page, popup))
  expect(states).toMatchObject([
    [{ call: waiting.sessionId, session: offered?.sessionId, state: 'Ringing' }],
    [{ call: waiting.sessionId, session: offered?.sessionId, state: 'InCall' }],
  ])
  expect(await popupFields(page)).toMatchObject({ callee: 'Ana Ruiz 1001', state: 'Talking' })
  expect(await element.evaluate((found) => found.isConnected)).toBe(true)
})

test('a popup shows how the call ended and is gone a few seconds later', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const { sessionId } = ringing(stage, '1001')
  await stage.draw()
  stage.exchange.move(sessionId, 'Cancelled')
  await stage.draw()
  expect(await hooks(page, popup)).toMatchObject([{ state: 'Cancelled' }])
  await stage.stepTo(monday + 8_000)
  await expect.poll(() => stage.draw().then(() => page.locator(popup).count())).toBe(0)
})

test('a popup that was closed stays closed, whatever the call does', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const { sessionId } = ringing(stage, '1001')
  await stage.draw()
  await page.getByRole('button', { name: /close/i }).click()
  await expect.poll(() => stage.draw().then(() => page.locator(popup).count())).toBe(0)
  stage.exchange.move(sessionId, 'InCall')
  await stage.draw()
  expect(await page.locator(popup).count()).toBe(0)
})

test('at most four popups are shown, the newest first, with the number of the others', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const calls = Array.from({ length: 6 }, (_, index) =>
    ringing(stage, '1001', { ...customer, number: `+36155501${index}0` }),
  )
  await stage.draw()
  const shown = (await hooks(page, popup)).map(({ call }) => call)
  expect(shown).toEqual(
    calls
      .slice(2)
      .reverse()
      .map(({ sessionId }) => sessionId),
  )
  expect(await page.locator('[data-popups-more]').textContent()).toContain('2')
})

test('calls that were found alive at connect make no popup, even when they go on', async () => {
  const stage = await smallStage()
  const { sessionId } = ringing(stage, '1001')
  const page = await stage.open('/team/support')
  stage.exchange.move(sessionId, 'InCall')
  await stage.draw()
  expect(await hooks(page, '[data-tile][data-extension="1001"]')).toMatchObject([
    { state: 'talking' },
  ])
  expect(await page.locator(popup).count()).toBe(0)
})

test('nor when another wall saw them begin, and this one has read that', async () => {
  const stage = await smallStage({ hasEvents: true })
  await stage.open('/team/support')
  const { sessionId } = ringing(stage, '1001')
  await stage.stepTo(monday + 10_000)
  const page = await stage.open('/team/support')
  // The wall reads the stored day after 15 s.
  await stage.stepTo(monday + 30_000)
  stage.exchange.move(sessionId, 'InCall')
  await stage.draw()
  expect(await hooks(page, '[data-tile][data-extension="1001"]')).toMatchObject([
    { state: 'talking' },
  ])
  expect(await page.locator(popup).count()).toBe(0)
  ringing(stage, '1002')
  await stage.draw()
  expect(await page.locator(popup).count()).toBe(1)
})

test('the call of another team makes no popup here, and none at all with popups=off', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const silent = await stage.open('/team/sales?popups=off')
  ringing(stage, '1003')
  await stage.draw()
  expect(await page.locator(popup).count()).toBe(0)
  expect(await silent.locator(popup).count()).toBe(0)
  expect(await hooks(silent, '[data-tile][data-extension="1003"]')).toMatchObject([
    { state: 'ringing' },
  ])
})

test('a wall of agents without popups keeps no place for them', async () => {
  const stage = await smallStage()
  const widthOf = async (query: string): Promise<number> => {
    const page = await stage.open(`/team/support/agents${query}`)
    return (await page.locator('main').boundingBox())?.width ?? 0
  }
  expect(await widthOf('?popups=off')).toBeGreaterThan(1800)
  expect(await widthOf('')).toBeLessThan(1500)
})
